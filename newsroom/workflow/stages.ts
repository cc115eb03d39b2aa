/** Where the working copy is. What readers see is another matter. */
export const stages = ["idea", "draft", "edit", "legal", "copy", "ready"] as const;
export type Stage = (typeof stages)[number];

/** Where a writer hands a story in. */
export const submittedTo: Stage = "edit";

export const isStage = (stage: string): stage is Stage => (stages as readonly string[]).includes(stage);

/** A story is handed in while its writer still has it. */
export const canBeSubmitted = (stage: string): boolean => stage === "idea" || stage === "draft";
