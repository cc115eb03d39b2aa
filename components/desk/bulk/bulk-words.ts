import type { BulkPreview, BulkVerb } from "#newsroom/bulk/schema";

/** What can be asked of many, as a choice. */
export const bulkVerbWords: Record<BulkVerb, string> = {
  move: "Move to stage",
  section: "Assign to section",
  addTag: "Add a tag",
  removeTag: "Remove a tag",
  spike: "Spike",
  unpublish: "Unpublish",
};

export const storiesWords = (count: number): string =>
  count === 1 ? "1 story" : `${new Intl.NumberFormat("en").format(count)} stories`;

/** What was asked, in a line: "Move to stage Copy", "Undo: Add a tag Water". */
export function bulkTitle({
  verb,
  argument,
  isUndo,
}: {
  verb: BulkVerb;
  argument: string | null;
  isUndo: boolean;
}): string {
  const words = bulkVerbWords[verb];
  const shown = verb === "spike" || verb === "unpublish" || !argument ? words : `${words}: ${argument}`;
  return isUndo ? `Undo “${shown}”` : shown;
}

/** What will become of it, a sentence each. */
export const previewSentences = (preview: Omit<BulkPreview, "bulkId">): string[] => {
  const { change, plansCancelled, unchanged, refused } = preview;
  return [
    change === 0 ? "No story will change." : `${storiesWords(change)} will change.`,
    ...(plansCancelled > 0
      ? [`${plansWords(plansCancelled)} cancelled; Undo does not bring ${plansCancelled === 1 ? "it" : "them"} back.`]
      : []),
    ...(unchanged > 0 ? [`${storiesWords(unchanged)} ${unchanged === 1 ? "is" : "are"} so already.`] : []),
    ...refused.map(({ words, stories }) => `${storiesWords(stories)} will be refused: ${words}`),
  ];
};

const plansWords = (count: number): string =>
  count === 1 ? "1 plan will be" : `${new Intl.NumberFormat("en").format(count)} plans will be`;
