// Blocks that somebody moves while somebody else writes in them, or moves them too; and whose words they are then.
import { afterAll, beforeAll, expect, it, vi } from "vitest";
import * as Y from "yjs";
import { body, p } from "#newsroom/body/testing";
import { aStaff } from "#newsroom/people/testing";
import { whoWrote } from "#newsroom/stories/revisions/authorship-queries";
import { aNewsroom, aStory } from "#newsroom/stories/testing";
import { aBrowser, anEditor, storedText, type TestBrowser, type TestEditor } from "../../testing/editor-window.ts";
import { aCollabServer, type Served } from "./testing.ts";

let at: Served;
let away: Awaited<ReturnType<typeof aStaff>>;
let home: Awaited<ReturnType<typeof aStaff>>;
beforeAll(async () => {
  await aNewsroom();
  at = await aCollabServer();
  away = await aStaff({ name: "Aigul", role: "editor" });
  home = await aStaff({ name: "Timur", role: "editor" });
});
afterAll(() => at.close());

const soon = (check: () => void | Promise<void>) => vi.waitFor(check, { timeout: 9_000, interval: 10 });
const saved = ({ sync }: TestEditor) => soon(() => expect(sync.state().kind).toBe("saved"));
const text = body(p("Lorries wait."), p("Nobody knows why."), p("The pass is shut."));

/** Two windows on one story, of which the first has lost its connection. */
async function aTrain(): Promise<{ storyId: string; browser: TestBrowser; train: TestEditor; desk: TestEditor }> {
  const { storyId } = await aStory({ body: text });
  const browser = await aBrowser(at.url, away);
  const train = await anEditor(browser, away, storyId);
  const desk = await anEditor(await aBrowser(at.url, home), home, storyId);
  await Promise.all([saved(train), saved(desk)]);
  browser.cut();
  await soon(() => expect(train.sync.state().kind).toBe("offline"));
  return { storyId, browser, train, desk };
}

function move({ doc }: TestEditor, from: number, to: number): void {
  doc.transact(() => {
    const blocks = doc.getXmlFragment("body");
    const copy = blocks.get(from).clone();
    blocks.delete(from, 1);
    blocks.insert(to, [copy]);
  });
}

function type({ doc }: TestEditor, block: number, place: number, words: string): void {
  const element = doc.getXmlFragment("body").get(block);
  const line = element instanceof Y.XmlElement ? element.get(0) : null;
  for (const [at, letter] of [...words].entries()) if (line instanceof Y.XmlText) line.insert(place + at, letter);
}

it("what was typed without a connection in a block that was moved meanwhile is typed in it, and told to nobody as lost", async () => {
  const { storyId, browser, train, desk } = await aTrain();
  type(train, 0, 7, " still");
  move(desk, 0, 2);
  await saved(desk);
  browser.mend();
  await saved(train);
  const whole = "Nobody knows why.\nThe pass is shut.\nLorries still wait.";
  await soon(() => expect([train.text(), desk.text()]).toEqual([whole, whole]));
  expect(await storedText(storyId)).toBe(whole);
  expect(train.taken).toEqual([]);
  const { blocks } = await whoWrote(home.actor, storyId);
  const named = blocks.at(-1)?.runs.map(({ text, by }) => `${by?.name ?? "?"}: ${text}`);
  expect(named).toEqual(["?: Lorries", "Aigul:  still", "?:  wait."]);
  for (const window of [train, desk]) window.close();
});

it("a block that both move is there once", async () => {
  const { storyId, browser, train, desk } = await aTrain();
  move(train, 0, 1);
  move(desk, 0, 2);
  await saved(desk);
  browser.mend();
  await saved(train);
  const whole = "Nobody knows why.\nLorries wait.\nThe pass is shut.";
  await soon(() => expect([train.text(), desk.text()]).toEqual([whole, whole]));
  expect(await storedText(storyId)).toBe(whole);
  for (const window of [train, desk]) window.close();
});

it("words stay their writer's when somebody else moves them, cuts and pastes them, or takes out and brings back what they stand in", async () => {
  const { storyId } = await aStory({ body: body(p("Nobody knows why.")) });
  const writer = await anEditor(await aBrowser(at.url, away), away, storyId);
  await saved(writer);
  writer.write("Lorries wait at the pass.");
  await saved(writer);
  const mover = await anEditor(await aBrowser(at.url, home), home, storyId);
  await saved(mover);
  const written = async () =>
    (await whoWrote(home.actor, storyId)).blocks
      .map(({ runs }) => runs.map(({ text, by }) => `${by?.name ?? "?"}: ${text}`))
      .find((runs) => runs.join("").includes("Lorries"));
  const blocks = mover.doc.getXmlFragment("body");
  const undo = new Y.UndoManager(blocks, { captureTimeout: 0 });
  move(mover, 1, 0);
  await saved(mover);
  expect(await written()).toEqual(["Aigul: Lorries wait at the pass."]);

  const copy = blocks.get(0).clone();
  blocks.delete(0, 1);
  await saved(mover);
  blocks.insert(1, [copy]);
  await saved(mover);
  expect(await written()).toEqual(["Aigul: Lorries wait at the pass."]);

  blocks.delete(1, 1);
  await saved(mover);
  undo.undo();
  await saved(mover);
  expect(await written()).toEqual(["Aigul: Lorries wait at the pass."]);
  for (const window of [writer, mover]) window.close();
});
