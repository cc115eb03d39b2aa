// What becomes of a window whose words the newsroom refuses: no later word of it may hang on them.
import { afterAll, beforeAll, expect, it, vi } from "vitest";
import * as Y from "yjs";
import { aStaff } from "#newsroom/people/testing";
import { wordsAdded } from "#newsroom/stories/revisions/words-added";
import { aNewsroom, aStory } from "#newsroom/stories/testing";
import { aBrowser, anEditor, storedText, type TestEditor } from "../../testing/editor-window.ts";
import { aCollabServer, type Served } from "./testing.ts";

let at: Served;
beforeAll(async () => {
  await aNewsroom();
  at = await aCollabServer();
});
afterAll(() => at.close());

const soon = (check: () => void | Promise<void>) => vi.waitFor(check, { timeout: 9_000, interval: 10 });
const saved = ({ sync }: TestEditor) => soon(() => expect(sync.state().kind).toBe("saved"));

async function aWindow() {
  const person = await aStaff({ role: "editor" });
  const { storyId } = await aStory();
  const window = await anEditor(await aBrowser(at.url, person), person, storyId);
  await saved(window);
  const refuse = () => {
    const block = new Y.XmlElement("hologram");
    block.insert(0, [new Y.XmlText("Nobody knows this block.")]);
    window.doc.getXmlFragment("body").push([block]);
  };
  return { window, storyId, refuse };
}

it("puts what was refused aside for its writer, with the reason, and starts over", async () => {
  const { window, storyId, refuse } = await aWindow();
  window.write("Stored.");
  await saved(window);
  refuse();
  await soon(() => expect(window.startedOver).toBe(1));
  expect(window.unsent.refusal()).toMatch(/unknown block/);
  expect(wordsAdded(window.unsent.updates()).words).toBe("Nobody knows this block.");
  expect(await storedText(storyId)).toContain("Stored.");
  expect(await window.sync.flush()).toEqual({ ok: false });
  window.close();
});

it("does not start over where the browser cannot keep what was refused: the window alone has it", async () => {
  const { window, refuse } = await aWindow();
  Object.defineProperty(window.unsent, "works", { value: false });
  refuse();
  await soon(() => expect(window.sync.state().kind).toBe("failed"));
  expect(window.startedOver).toBe(0);
  window.close();
});
