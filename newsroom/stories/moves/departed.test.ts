import { expect, it } from "vitest";
import * as Y from "yjs";
import { Departed } from "./departed.ts";
import { wordsOf } from "./stretches.ts";

const stretch = (text: string) => [{ id: Y.createID(1, 0), text }];

it("keeps the latest, and nothing that is too short to be known again", () => {
  const departed = new Departed();
  const said = () => departed.all.map((one) => wordsOf(one).slice(0, 12));
  departed.add([stretch("Lorries wait."), stretch("a word")]);
  departed.add([stretch("Nobody knows.")]);
  expect(said()).toEqual(["Nobody knows", "Lorries wait"]);
  departed.add([stretch("The pass is shut.".padEnd(99_980, "!"))]);
  expect(said()).toEqual(["The pass is ", "Nobody knows"]);
  departed.add([stretch("More than it may be.".repeat(10_000))]);
  expect(said()).toEqual(["The pass is ", "Nobody knows"]);
});
