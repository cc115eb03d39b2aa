// Somebody who was away moves blocks in which others have written since: their words stay, in every window and in the database.
import { afterAll, beforeAll, expect, it, vi } from "vitest";
import * as Y from "yjs";
import { deskDb } from "#lib/db/desk";
import { body, p } from "#newsroom/body/testing";
import { newId } from "#newsroom/kernel/ids";
import { aStaff } from "#newsroom/people/testing";
import { whoIsHere } from "#newsroom/stories/document/presence";
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

it("words that were stored meanwhile move along, and are still their writer's", async () => {
  const [away, home] = [await aStaff({ role: "editor" }), await aStaff({ role: "editor" })];
  const { storyId } = await aStory({ text: "Lorries wait at the pass." });
  const browser = await aBrowser(at.url, away);
  const train = await anEditor(browser, away, storyId);
  const desk = await anEditor(await aBrowser(at.url, home), home, storyId);
  await Promise.all([saved(train), saved(desk)]);
  train.write("Nobody knows why.");
  await soon(() => expect(desk.text()).toContain("Nobody knows why."));
  browser.cut();
  await soon(() => expect(train.sync.state().kind).toBe("offline"));

  const first = desk.doc.getXmlFragment("body").get(0);
  const words = first instanceof Y.XmlElement ? first.get(0) : null;
  for (const [place, letter] of [..." For days."].entries())
    if (words instanceof Y.XmlText) words.insert("Lorries wait at the pass.".length + place, letter);
  await saved(desk);
  train.doc.transact(() => {
    const body = train.doc.getXmlFragment("body");
    const copy = body.get(0).clone();
    body.delete(0, 1);
    body.insert(1, [copy]);
  });

  browser.mend();
  await saved(train);
  const whole = "Nobody knows why.\nLorries wait at the pass. For days.";
  await soon(() => expect([train.text(), desk.text()]).toEqual([whole, whole]));
  expect(await storedText(storyId)).toBe(whole);
  const brought = Y.encodeStateAsUpdate(desk.doc);
  const known = await deskDb().documentClient.findMany({ where: { storyId, staffId: home.id } });
  const clients = [...Y.parseUpdateMeta(brought).to.keys()];
  expect(known.filter(({ clientId }) => clients.includes(Number(clientId)))).toHaveLength(2);
  for (const window of [train, desk]) window.close();
});

it("words that another instance stored a moment ago, and told nobody of yet, move along as well", async () => {
  const [mover, writer] = [await aStaff({ role: "editor" }), await aStaff({ role: "editor" })];
  // Nothing is typed before: the word of that could still be on its way, and bring more with it.
  const { storyId } = await aStory({ body: body(p("Lorries wait at the pass."), p("Nobody knows why.")) });
  const window = await anEditor(await aBrowser(at.url, mover), mover, storyId);
  await soon(async () =>
    expect(await whoIsHere(mover.actor, [storyId], new Date())).toMatchObject({ [storyId]: [{ id: mover.id }] }),
  );
  const elsewhere = new Y.Doc();
  Y.applyUpdate(elsewhere, Y.encodeStateAsUpdate(window.doc));
  const before = Y.encodeStateVector(elsewhere);
  const first = elsewhere.getXmlFragment("body").get(0);
  const words = first instanceof Y.XmlElement ? first.get(0) : null;
  if (words instanceof Y.XmlText) words.insert(words.length, " For days.");
  const update = new Uint8Array(Y.encodeStateAsUpdate(elsewhere, before));
  const { seq } = await deskDb().storyDocument.update({
    where: { storyId },
    data: { seq: { increment: 1 } },
    select: { seq: true },
  });
  await deskDb().documentUpdate.create({
    data: { storyId, seq, writeId: newId(), staffId: writer.id, update, at: new Date() },
  });
  await deskDb().documentClient.create({
    data: { storyId, clientId: elsewhere.clientID, staffId: writer.id, since: new Date() },
  });

  window.doc.transact(() => {
    const blocks = window.doc.getXmlFragment("body");
    const copy = blocks.get(0).clone();
    blocks.delete(0, 1);
    blocks.insert(1, [copy]);
  });
  await saved(window);
  const whole = "Nobody knows why.\nLorries wait at the pass. For days.";
  expect(await storedText(storyId)).toBe(whole);
  await soon(() => expect(window.text()).toBe(whole));
  window.close();
});
