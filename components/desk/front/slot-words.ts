import type { DeskSlot, Slot } from "#newsroom/fronts/schema";

/** By what a place is filled, in words: "the newest story in Security". */
function ruleWords({ section, tag }: Pick<DeskSlot, "section" | "tag">): string {
  if (section) return `the newest story in ${section.name}`;
  return tag ? `the newest story tagged ${tag.name}` : "the newest story";
}

/** Why the story stands there. */
export const slotWords = (slot: DeskSlot): string =>
  slot.story ? `put here; without it ${ruleWords(slot)}` : ruleWords(slot);

/** What of a place is kept. */
export const slotOf = ({ story, section, tag }: DeskSlot): Slot => ({
  storyId: story?.id ?? null,
  sectionId: section?.id ?? null,
  tagId: tag?.id ?? null,
});

/** With the contents of two places exchanged. */
export const exchanged = <Any>(all: readonly Any[], one: number, other: number): Any[] =>
  all.map((item, at) => (at === one ? (all[other] ?? item) : at === other ? (all[one] ?? item) : item));
