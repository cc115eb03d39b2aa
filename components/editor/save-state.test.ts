import { describe, expect, it } from "vitest";
import { emptyBody } from "#newsroom/body/body";
import { isAlarming, type SaveState, saveAlarm, saveWord } from "./save-state.ts";

const text = { kicker: "", headline: "", standfirst: "", teaser: "", body: emptyBody };
const conflict = { seq: 2, lacks: new Uint8Array(), theirs: text, mine: text, revisionId: "r" };
const at = new Date(2026, 10, 23, 14, 2);

describe("the words for where the text stands", () => {
  it.each<[SaveState, string]>([
    [{ kind: "saved", at: null }, "Saved"],
    [{ kind: "saved", at }, "Saved 14:02"],
    [{ kind: "saved", at: new Date(2026, 10, 21, 23, 59) }, "Saved 21 Nov"],
    [{ kind: "unsent", count: 3 }, "Saving…"],
    [{ kind: "saving", count: 3 }, "Saving…"],
    [{ kind: "offline" }, "Not saved"],
    [{ kind: "signedOut" }, "Not saved"],
    [{ kind: "failed", why: "it broke.", whatToDo: "" }, "Not saved"],
    [{ kind: "conflict", conflict }, "Two texts"],
  ])("%o", (state, words) => expect(saveWord(state, at)).toBe(words));

  it("raise a bar exactly when the text is not safe, and say what to do", () => {
    expect(saveAlarm({ kind: "saving", count: 1 }, true)).toBeNull();
    expect(saveAlarm({ kind: "saved", at }, true)).toBeNull();
    expect(saveAlarm({ kind: "failed", why: "it broke.", whatToDo: "Wait." }, true)).toEqual({
      why: "Not saved: it broke.",
      whatToDo: "Your text is kept in this browser. Wait.",
    });
    expect(saveAlarm({ kind: "signedOut" }, true)?.whatToDo).toContain("Sign in in a new tab, then go on");
    expect(isAlarming({ kind: "conflict", conflict })).toBe(true);
  });

  it("never claim that the browser keeps a copy when it does not", () => {
    for (const state of [
      { kind: "offline" },
      { kind: "signedOut" },
      { kind: "failed", why: "x", whatToDo: "y" },
    ] as const)
      expect(saveAlarm(state, false)?.whatToDo).toContain("only in this window");
  });
});
