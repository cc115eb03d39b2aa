import { unprovedWords } from "../proof-words.ts";

type PlanVerb = "publish" | "update" | "correct" | "withdraw";

/** What lists of the desk show of what went wrong with a publication. */
export type AlarmRow = { storyId: string; headline: string; slugline: string | null; language: string; at: Date } & (
  | { kind: "plan failed"; verb: PlanVerb; why: string }
  | { kind: "plan overdue"; verb: PlanVerb }
  | { kind: "not proved"; expects: "live" | "gone"; places: readonly { place: string; result: string }[] }
);

const verbs: Record<PlanVerb, string> = {
  publish: "The planned publication",
  update: "The planned update",
  correct: "The planned correction",
  withdraw: "The planned withdrawal",
};

/** In a sentence what is wrong. */
export function alarmWords(alarm: AlarmRow): string {
  switch (alarm.kind) {
    case "plan failed":
      return `${verbs[alarm.verb]} failed: ${alarm.why}`;
    case "plan overdue":
      return `${verbs[alarm.verb]} is overdue.`;
    case "not proved":
      return `${unprovedWords(alarm.expects === "live", alarm.places).join(". ")}.`;
    default:
      return alarm satisfies never;
  }
}
