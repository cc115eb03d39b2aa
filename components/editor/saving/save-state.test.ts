import { describe, expect, it } from "vitest";
import type { NotOpenedWhy } from "./not-opened.ts";
import {
  type Facts,
  isSafe,
  leavingWords,
  nextLook,
  type SaveState,
  saveAlarm,
  saveStateOf,
  saveWord,
} from "./save-state.ts";

const at = new Date(2026, 10, 23, 14, 2);

describe("the words for where the text stands", () => {
  it.each<[SaveState, string]>([
    [{ kind: "opening" }, "Opening…"],
    [{ kind: "notOpened", why: "silent", isOnlyHere: false }, "Not opened"],
    [{ kind: "saved", at: null }, "Saved"],
    [{ kind: "saved", at }, "Saved 14:02"],
    [{ kind: "saved", at: new Date(2026, 10, 21, 23, 59) }, "Saved 21 Nov"],
    [{ kind: "saving", count: 3 }, "Saving…"],
    [{ kind: "offline", count: 2 }, "Not saved"],
    [{ kind: "offline", count: 0 }, "Offline"],
    [{ kind: "tooLong", why: "Too long." }, "Saved, too long"],
    [{ kind: "signedOut" }, "Not saved"],
    [{ kind: "failed", why: "it broke.", whatToDo: "" }, "Not saved"],
  ])("%o", (state, words) => expect(saveWord(state, at)).toBe(words));

  it("raise a bar exactly when the text is not safe, and say what to do", () => {
    expect(saveAlarm({ kind: "saving", count: 1 }, true)).toBeNull();
    expect(saveAlarm({ kind: "saved", at }, true)).toBeNull();
    expect(saveAlarm({ kind: "opening" }, true)).toBeNull();
    expect(isSafe({ kind: "opening" })).toBe(false);
    expect([0, 1].map((count) => isSafe({ kind: "offline", count }))).toEqual([true, false]);
    expect(saveAlarm({ kind: "failed", why: "it broke.", whatToDo: "Wait." }, true)).toEqual({
      why: "Not saved: it broke.",
      whatToDo: "Your text is kept in this browser. Wait.",
      isCalm: false,
    });
    expect(saveAlarm({ kind: "signedOut" }, true)?.whatToDo).toContain("Sign in again here");
    expect(saveAlarm({ kind: "offline", count: 12 }, true)?.why).toBe("12 changes not sent, working offline.");
    expect(saveAlarm({ kind: "offline", count: 1 }, true)?.why).toBe("1 change not sent, working offline.");
    expect(saveAlarm({ kind: "offline", count: 0 }, true)).toMatchObject({ why: "Working offline.", isCalm: true });
  });

  it("never claim that the browser keeps a copy when it does not", () => {
    for (const state of [
      { kind: "offline", count: 3 },
      { kind: "signedOut" },
      { kind: "failed", why: "x", whatToDo: "y" },
    ] as const)
      expect(saveAlarm(state, false)?.whatToDo).toContain("only in this window");
    expect(saveAlarm({ kind: "outdated" }, false)?.whatToDo).toContain("Copy it, and reload");
    expect([leavingWords(true), leavingWords(false)].map((words) => words.includes("stays in this browser"))).toEqual([
      true,
      false,
    ]);
  });
});

describe("a text that cannot be opened", () => {
  const told = (why: NotOpenedWhy, isOnlyHere = false) => saveAlarm({ kind: "notOpened", why, isOnlyHere }, false);

  it("is told of with what is wrong and what to do, and nobody is scared about their words", () => {
    expect(told("silent")).toEqual({
      why: "Not opened: the newsroom does not answer.",
      whatToDo: "Nothing is lost. It is tried again by itself.",
      isCalm: true,
    });
    expect(told("signedOut")?.whatToDo).toContain("Sign in again here");
    expect(told("gone")?.why).toBe("Not opened: the story is not there any more, or not open to you.");
    expect(told("unreadable")?.whatToDo).toBe("Nothing is lost. Reload the page.");
  });

  it("is not said to have lost nothing where only this page has the newest words", () => {
    expect(told("failing", true)?.whatToDo).toBe(
      "What you typed last is only in this window: keep it open. It is tried again by itself.",
    );
  });

  it("is not safe to leave", () => expect(isSafe({ kind: "notOpened", why: "gone", isOnlyHere: false })).toBe(false));
});

describe("where the text stands", () => {
  const quiet: Facts = {
    typed: 5,
    acknowledged: 5,
    savedAt: at,
    waitingSince: null,
    lostSince: null,
    outSince: null,
    refusal: null,
    mayWrite: true,
    tooLong: null,
  };
  const now = 1_000_000;
  const ago = (ms: number) => now - ms;

  it.each<[string, Partial<Facts>, SaveState]>([
    ["all is acknowledged", {}, { kind: "saved", at }],
    ["something is on its way", { typed: 7, waitingSince: ago(100) }, { kind: "saving", count: 2 }],
    ["it is on its way for long", { typed: 7, waitingSince: ago(8_000) }, expect.objectContaining({ kind: "failed" })],
    ["the connection flickers", { lostSince: ago(500) }, { kind: "saved", at }],
    ["the connection is gone", { lostSince: ago(1_500) }, { kind: "offline", count: 0 }],
    [
      "it is gone while words wait",
      { typed: 17, lostSince: ago(9_000), waitingSince: ago(9_000) },
      { kind: "offline", count: 12 },
    ],
    ["nobody is let in for a moment", { outSince: ago(7_000) }, { kind: "saved", at }],
    ["nobody is let in for long", { outSince: ago(8_000) }, { kind: "offline", count: 0 }],
    ["nobody is let in for long, and types", { typed: 6, outSince: ago(8_000) }, { kind: "offline", count: 1 }],
    ["nobody is signed in", { typed: 6, refusal: { why: "signedOut", words: "" } }, { kind: "signedOut" }],
    ["the right is gone", { refusal: { why: "barred", words: "" } }, { kind: "barred" }],
    ["one may only look, and typed all the same", { typed: 6, mayWrite: false }, { kind: "barred" }],
    ["the window is old", { refusal: { why: "outdated", words: "" } }, { kind: "outdated" }],
    [
      "the database is away for a moment",
      { typed: 6, refusal: { why: "unavailable", words: "" } },
      { kind: "saving", count: 1 },
    ],
    [
      "what was sent does not fit",
      { typed: 6, refusal: { why: "unfit", words: "No frames." } },
      expect.objectContaining({ why: "No frames." }),
    ],
    ["all is saved, but too long", { tooLong: "Too long." }, { kind: "tooLong", why: "Too long." }],
  ])("when %s", (_what, facts, state) => expect(saveStateOf({ ...quiet, ...facts }, now)).toEqual(state));

  it("is looked at again when it would change by itself", () => {
    expect(nextLook(quiet, now)).toBeNull();
    expect(nextLook({ ...quiet, lostSince: ago(500) }, now)).toBe(now + 1_000);
    expect(nextLook({ ...quiet, waitingSince: ago(1_000), lostSince: ago(5_000) }, now)).toBe(now + 7_000);
    expect(nextLook({ ...quiet, waitingSince: ago(9_000) }, now)).toBeNull();
    expect(nextLook({ ...quiet, outSince: ago(3_000) }, now)).toBe(now + 5_000);
  });
});
