import { describe, expect, it } from "vitest";
import { type StoryProof, unlooked } from "#newsroom/stories/proofs/proofs";
import { proofWords } from "./proof-words.ts";

const changedAt = new Date("2026-11-25T08:02:00Z");
const later = (seconds: number) => new Date(changedAt.getTime() + seconds * 1000);
const right = (place: string, seconds: number) => ({ place, checkedAt: later(seconds), isProved: true, result: "200" });
const wrong = (place: string) => ({ place, checkedAt: later(31), isProved: false, result: "an older revision" });
const unlookedAt = (place: string) => ({ ...wrong(place), result: unlooked });
const live: StoryProof = { changedAt, expects: "live", expected: ["a:1", "b:1", "public"], places: [] };

describe("whether readers have it", () => {
  it.each<[Partial<StoryProof>, number, string, string]>([
    [{}, 1, "checking", "Checking that readers have it…"],
    [{ places: [right("a:1", 1), right("b:1", 2)] }, 3, "checking", "Checking that readers have it…"],
    [
      { places: [right("a:1", 1), right("b:1", 7), right("public", 2)] },
      8,
      "proved",
      "Live on 2 of 2 instances, 14:02:07",
    ],
    [{ expected: ["public"], places: [right("public", 2)] }, 3, "proved", "Live at the public address, 14:02:02"],
    [
      { expected: [], places: [right("a:1", 1), wrong("public")] },
      31,
      "missing",
      "Readers do not have it at the public address (an older revision)",
    ],
    [{ expects: "gone", places: [] }, 2, "checking", "Checking that it is gone…"],
    [
      { expects: "gone", expected: [], places: [right("a:1", 1), right("public", 1)] },
      3600,
      "proved",
      "Gone on 1 of 1 instance, 14:02:01",
    ],
    [
      {
        expects: "gone",
        expected: ["a:1"],
        places: [right("public", 1), { ...wrong("a:1"), result: "still there" }],
      },
      31,
      "missing",
      "Readers may still get it at a:1 (still there)",
    ],
    [{ places: [right("public", 2)] }, 31, "waiting", "Not looked at yet at a:1, b:1"],
    [
      { places: [right("a:1", 1), unlookedAt("public"), unlookedAt("b:1")] },
      31,
      "unlooked",
      "Nobody has looked whether readers have it at b:1, the public address",
    ],
    [
      { expects: "gone", expected: [], places: [unlookedAt("public")] },
      3600,
      "unlooked",
      "Nobody has looked whether it is gone at the public address",
    ],
    [
      { places: [wrong("public"), unlookedAt("b:1")] },
      31,
      "missing",
      "Readers do not have it at the public address (an older revision). Nobody has looked whether readers have it at b:1",
    ],
  ])("%j after %i s is %s", (proof, seconds, state, words) => {
    expect(proofWords({ ...live, ...proof }, later(seconds), "Asia/Bishkek")).toEqual({ state, words });
  });
});
