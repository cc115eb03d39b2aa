import { expect, it } from "vitest";
import { type AlarmRow, alarmWords } from "./alarm-words.ts";

const story = { storyId: "s", headline: "Snow", slugline: null, language: "en", at: new Date(0) };

it.each<[AlarmRow, string]>([
  [
    { ...story, kind: "plan failed", verb: "publish", why: "This story is on hold." },
    "The planned publication failed: This story is on hold.",
  ],
  [{ ...story, kind: "plan overdue", verb: "withdraw" }, "The planned withdrawal is overdue."],
  [
    {
      ...story,
      kind: "not proved",
      expects: "live",
      places: [
        { place: "public", result: "no answer" },
        { place: "news-1:3000", result: "an older revision" },
      ],
    },
    "Readers do not have it at the public address (no answer), news-1:3000 (an older revision).",
  ],
  [
    { ...story, kind: "not proved", expects: "gone", places: [{ place: "public", result: "still there" }] },
    "Readers may still get it at the public address (still there).",
  ],
  [
    {
      ...story,
      kind: "not proved",
      expects: "gone",
      places: [
        { place: "public", result: "nobody looked" },
        { place: "news-1:3000", result: "still there" },
      ],
    },
    "Readers may still get it at news-1:3000 (still there). Nobody has looked whether it is gone at the public address.",
  ],
])("%j", (alarm, words) => expect(alarmWords(alarm)).toBe(words));
