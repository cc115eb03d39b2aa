import { describe, expect, it } from "vitest";
import type { Answer, RefusalKind } from "#newsroom/kernel/answer";
import type { DocumentSync } from "./saving/document-sync.ts";
import type { StoryColumns } from "./settings/story-columns.ts";
import { inTurn, perform, type Seen, unlessArrived } from "./story-verbs.ts";

const refusal = (fault: RefusalKind, message: string, detail = {}): Answer<never> => ({
  ok: false,
  fault,
  message,
  issues: [{ path: "headline", message }],
  detail,
  requestId: "r",
});

function aStory({ flushes = true, settles = true, issues = {} } = {}) {
  const steps: string[] = [];
  const sync: Pick<DocumentSync, "flush"> = {
    async flush() {
      steps.push("flush");
      return flushes ? { ok: true, seq: 7 } : { ok: false };
    },
  };
  const columns: Pick<StoryColumns, "settled" | "state" | "refresh"> = {
    async settled() {
      steps.push("settle");
      return settles;
    },
    state: () => ({ story: { id: "s", version: 3 }, issues }) as ReturnType<StoryColumns["state"]>,
    async refresh() {
      steps.push("refresh");
      return true;
    },
  };
  const seen: Seen[] = [];
  const verb = (answer: Answer<string> | "lost") => async (what: Seen) => {
    steps.push("verb");
    seen.push(what);
    if (answer === "lost") throw new TypeError("Failed to fetch");
    return answer;
  };
  return { parts: { sync, columns }, steps, seen, verb };
}

describe("a verb of the story", () => {
  it("saves first, sends what was seen, and shows what came of it", async () => {
    const { parts, steps, seen, verb } = aStory();
    expect(await perform(parts, verb({ ok: true, value: "/stories/snow" }))).toEqual({
      ok: true,
      value: "/stories/snow",
    });
    expect(steps).toEqual(["flush", "settle", "verb", "refresh"]);
    expect(seen).toEqual([{ storyId: "s", version: 3, seq: 7 }]);
  });

  it.each([
    ["text that could not be saved", { flushes: false }, "not saved yet"],
    ["a field that could not be saved", { settles: false }, "not saved yet"],
    ["a field that was refused", { issues: { slug: "taken" } }, "marked fields"],
  ])("does not go out over %s", async (_name, story, words) => {
    const { parts, seen, verb } = aStory(story);
    const outcome = await perform(parts, verb({ ok: true, value: "x" }));
    expect(outcome.ok ? "" : outcome.message).toContain(words);
    expect(seen).toEqual([]);
  });

  it("says that text came in meanwhile, in the newsroom's words", async () => {
    const { parts, verb } = aStory();
    const outcome = await perform(parts, verb(refusal("conflict", "Text has come in.", { seq: 9 })));
    expect(outcome).toMatchObject({ ok: false, message: "Text has come in." });
  });

  it("does not go out over text that came in while the last words were saved", async () => {
    const { parts, seen, verb } = aStory();
    let hasArrived = false;
    const sync = {
      flush() {
        hasArrived = true;
        return parts.sync.flush();
      },
    };
    const outcome = await perform(
      { ...parts, sync },
      unlessArrived(() => hasArrived, verb({ ok: true, value: "x" })),
    );
    expect(outcome).toMatchObject({ ok: false, message: expect.stringContaining("come in") });
    expect(seen).toEqual([]);
  });

  it("brings what was refused to its place", async () => {
    const { parts, verb } = aStory();
    expect(await perform(parts, verb(refusal("invalid", "Please write a headline first.")))).toMatchObject({
      ok: false,
      issues: [{ path: "headline", message: "Please write a headline first." }],
    });
  });

  it("says so when nobody is signed in any more, and when nothing answers", async () => {
    const { parts, verb, steps } = aStory();
    expect(await perform(parts, verb(refusal("unauthenticated", "Please sign in.")))).toMatchObject({
      message: expect.stringContaining("signed out"),
    });
    expect(await perform(parts, verb("lost"))).toMatchObject({
      ok: false,
      message: expect.stringContaining("did not answer"),
    });
    expect(steps.at(-1)).toBe("refresh");
  });
});

describe("verbs of one window", () => {
  it("follow each other, also after one that failed", async () => {
    const turn = inTurn();
    const done: string[] = [];
    const verb =
      (name: string, fails = false) =>
      async () => {
        done.push(`${name} begins`);
        await Promise.resolve();
        done.push(`${name} ends`);
        if (fails) throw new Error(name);
        return name;
      };
    const outcomes = await Promise.allSettled([turn(verb("one")), turn(verb("two", true)), turn(verb("three"))]);
    expect(outcomes.map(({ status }) => status)).toEqual(["fulfilled", "rejected", "fulfilled"]);
    expect(done).toEqual(["one begins", "one ends", "two begins", "two ends", "three begins", "three ends"]);
  });
});
