import type { MergePreview } from "#newsroom/stories/schema";
import type { TagKind } from "#newsroom/tags/schema";

export const kindWords: Record<TagKind, string> = {
  topic: "Topic",
  person: "Person",
  place: "Place",
  organisation: "Organisation",
  series: "Series",
};

export const storiesWords = (count: number): string =>
  `${count.toLocaleString("en")} ${count === 1 ? "story" : "stories"}`;

/** What a merge will do, with its numbers. */
export function mergeWords({ stories, live, both }: MergePreview, tag: string, into: string): string {
  const counted =
    stories === 0
      ? `No story has “${tag}”.`
      : `${storiesWords(stories)} ${stories === 1 ? "gets" : "get"} “${into}” instead of “${tag}”: ${live.toLocaleString("en")} live, ${(stories - live).toLocaleString("en")} not.`;
  const shared = both === 0 ? "" : ` ${both.toLocaleString("en")} of them ${both === 1 ? "has" : "have"} both already.`;
  return `${counted}${shared} Readers see it at once, and the old address leads to the new one. You can undo it for 30 days.`;
}
