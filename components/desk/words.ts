import { isStage, type Stage } from "#newsroom/workflow/stages";

/** How the desk calls what is one word in code. */
export const stageWords: Record<Stage, string> = {
  idea: "Idea",
  draft: "Draft",
  edit: "Edit",
  legal: "Legal",
  copy: "Copy",
  ready: "Ready",
};

/** A stage that a newsroom named itself stands for itself. */
export const stageName = (stage: string): string => (isStage(stage) ? stageWords[stage] : stage);

export const roleWords = { contributor: "Contributor", author: "Author", editor: "Editor", admin: "Admin" } as const;

const languages = new Intl.DisplayNames("en", { type: "language" });

/** “Kyrgyz” for `ky`; a language that nobody knows stands for itself. */
export function languageName(language: string): string {
  try {
    return languages.of(language) ?? language;
  } catch {
    return language;
  }
}

export const headlineOr = (headline: string): string => headline.trim() || "Untitled";
