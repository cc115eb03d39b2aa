import { describe, expect, it } from "vitest";
import { inOrder, type NextAction, type NextActionKind, nextActionKinds, onePerStory } from "./next-actions.ts";

const now = new Date("2026-11-25T12:00:00Z");
const at = (hours: number) => new Date(now.getTime() + hours * 3_600_000);
let count = 0;

const action = (kind: NextActionKind, more: Partial<NextAction> = {}): NextAction => ({
  kind,
  story: { id: `story ${++count}`, headline: "", slugline: null, language: "en" },
  dueAt: null,
  isUrgent: false,
  since: at(-1),
  said: null,
  ...more,
});
const order = (...actions: NextAction[]) => inOrder(actions, now).map(({ kind }) => kind);

describe("what comes first", () => {
  it("by kind, where nothing presses", () =>
    expect(order(...nextActionKinds.toReversed().map((kind) => action(kind)))).toEqual([...nextActionKinds]));

  it("what is overdue, then what is urgent, then what is due soon, then the rest", () =>
    expect(
      order(
        action("rewrite"),
        action("write", { dueAt: at(2) }),
        action("take", { isUrgent: true }),
        action("publish", { dueAt: at(-1) }),
      ),
    ).toEqual(["publish", "take", "write", "rewrite"]));

  it("what is due only tomorrow does not push before a return", () =>
    expect(order(action("write", { dueAt: at(20) }), action("rewrite"))).toEqual(["rewrite", "write"]));

  it("among the overdue what was due first, whatever its kind", () =>
    expect(order(action("rewrite", { dueAt: at(-1) }), action("take", { dueAt: at(-2) }))).toEqual([
      "take",
      "rewrite",
    ]));

  it("among equals what waits longest", () => {
    const [old, fresh] = [action("edit", { since: at(-9) }), action("edit", { since: at(-1) })];
    expect(inOrder([fresh, old], now)).toEqual([old, fresh]);
  });

  it("leaves what it was given as it is", () => {
    const given = [action("take"), action("rewrite")];
    inOrder(given, now);
    expect(given.map(({ kind }) => kind)).toEqual(["take", "rewrite"]);
  });
});

it("a story stands there once, with what is most pressing of it; each comment and each assignment by itself", () => {
  const story = { id: "one", headline: "", slugline: null, language: "en" };
  const all = [
    action("rewrite", { story }),
    action("answer", { story, threadId: "a" }),
    action("answer", { story, threadId: "b" }),
    action("answer", { story, threadId: "a" }),
    action("file", { story, assignment: { id: "p", version: 1, what: "pictures" } }),
    action("write", { story }),
  ];
  expect(onePerStory(all).map(({ kind, threadId }) => threadId ?? kind)).toEqual(["rewrite", "a", "b", "file"]);
});
