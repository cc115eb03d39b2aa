import { describe, expect, it } from "vitest";
import { Doc, UndoManager } from "yjs";
import { oneStep } from "./one-step.ts";

/** A story of a headline and a body, each with its own history, in which one step changed both. */
function story() {
  const doc = new Doc();
  const [headline, body] = [doc.getText("headline"), doc.getText("body")];
  const histories = [headline, body].map((field) => new UndoManager(field, { captureTimeout: 10_000 }));
  headline.insert(0, "Snow");
  body.insert(0, "Lorries wait.");
  const step = oneStep(histories, () => {
    headline.insert(4, " again");
    body.insert(13, " Still.");
  });
  const [ofHeadline, ofBody] = histories;
  if (!ofHeadline || !ofBody) throw new Error("No histories.");
  return { headline, body, ofHeadline, ofBody, step, now: () => [headline.toString(), body.toString()] };
}
const before = ["Snow", "Lorries wait."];
const after = ["Snow again", "Lorries wait. Still."];

describe("one step in several fields", () => {
  it("is undone in all of them once it is in one, and what was typed before stays", () => {
    const { ofBody, now } = story();
    ofBody.undo();
    expect(now()).toEqual(before);
  });

  it("is done again and undone again in all, from whichever field", () => {
    const { ofHeadline, ofBody, now } = story();
    ofBody.undo();
    ofHeadline.redo();
    expect(now()).toEqual(after);
    ofHeadline.undo();
    expect(now()).toEqual(before);
    ofBody.redo();
    expect(now()).toEqual(after);
  });

  it("is one of its own: what is typed right after it is undone first", () => {
    const { body, ofBody, now } = story();
    body.insert(20, " Cold.");
    ofBody.undo();
    expect(now()).toEqual(after);
    ofBody.undo();
    expect(now()).toEqual(before);
  });

  it("stays where something was written since", () => {
    const { headline, ofBody, now } = story();
    headline.insert(10, "!");
    ofBody.undo();
    expect(now()).toEqual(["Snow again!", "Lorries wait."]);
  });

  it("is taken back whole", () => {
    const { step, now } = story();
    step.takeBack();
    expect(now()).toEqual(before);
  });

  it("takes back nothing if it did nothing", () => {
    const { ofHeadline, ofBody, now } = story();
    oneStep([ofHeadline, ofBody], () => {}).takeBack();
    expect(now()).toEqual(after);
  });
});
