import type { CalendarEntry } from "#newsroom/planning/calendar";
import { kindWords } from "./assignment-words.ts";

const planWords = { publish: "Publishes", update: "Updates", correct: "Corrects", withdraw: "Withdraws" } as const;

/** What happens, in a word or two, and who does it. */
export function entryWords(entry: CalendarEntry): { what: string; who: string | null } {
  switch (entry.kind) {
    case "due":
      return { what: "Due", who: [entry.stage, entry.by ?? "nobody yet"].join(" · ") };
    case "assignment":
      return { what: `${kindWords[entry.what]} due`, who: entry.by };
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
