import type { AssignmentKind } from "#newsroom/planning/assignment-kinds";
import type { CalendarEntry } from "#newsroom/planning/calendar";

export const filedWords: Record<AssignmentKind, string> = {
  words: "Words",
  pictures: "Pictures",
  video: "Video",
  graphics: "Graphics",
  translation: "Translation",
  other: "Something else",
};

const planWords = { publish: "Publishes", update: "Updates", correct: "Corrects", withdraw: "Withdraws" } as const;

/** What happens, in a word or two, and who does it. */
export function entryWords(entry: CalendarEntry): { what: string; who: string | null } {
  switch (entry.kind) {
    case "due":
      return { what: "Due", who: [entry.stage, entry.by ?? "nobody yet"].join(" · ") };
    case "assignment":
      return { what: `${filedWords[entry.what]} due`, who: entry.by };
    case "plan":
      return { what: planWords[entry.verb], who: null };
    case "embargo":
      return { what: "Embargo ends", who: null };
    case "published":
      return { what: "Published", who: null };
    default:
      return entry satisfies never;
  }
}
