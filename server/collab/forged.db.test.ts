// Somebody who may write here sends what says that others wrote it: no acknowledged word of theirs is gone for it, and no blame is theirs.
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import * as Y from "yjs";
import { deskDb } from "#lib/db/desk";
import { plainText } from "#newsroom/body/text";
import { newId } from "#newsroom/kernel/ids";
import { aStaff } from "#newsroom/people/testing";
import { textOf } from "#newsroom/stories/document/document";
import { newestDocument, storedDocument } from "#newsroom/stories/document/document-store";
import { ownPutAside } from "#newsroom/stories/document/put-aside-queries";
import { whoWrote } from "#newsroom/stories/revisions/authorship-queries";
import { aNewsroom, aStory } from "#newsroom/stories/testing";
import { aBrowser, anEditor, storedText, type TestEditor } from "../../testing/editor-window.ts";
import { aCollabServer, anUnfitCrosshead, type Served, soon, synced } from "./testing.ts";

type Person = Awaited<ReturnType<typeof aStaff>>;

let at: Served;
let elsewhere: Served | null = null;
let editors: TestEditor[] = [];
let anna: Person;
let boris: Person;

beforeAll(async () => {
  await aNewsroom();
  at = await aCollabServer();
});
beforeEach(async () => {
  anna = await aStaff({ role: "editor", name: "Anna" });
  boris = await aStaff({ role: "editor", name: "Boris" });
});
afterEach(async () => {
  for (const editor of editors) editor.close();
  editors = [];
  at.closeWindows();
  await elsewhere?.close();
  elsewhere = null;
});
afterAll(() => at.close());

const saved = ({ sync }: TestEditor) => soon(() => expect(sync.state().kind).toBe("saved"));

async function opened(person: Person, storyId: string, { from = at, ...more }: { doc?: Y.Doc; from?: Served } = {}) {
  const window = await from.window({ person, storyId, ...more });
  await synced(window);
  return window;
}

async function edited(person: Person, storyId: string) {
  const browser = await aBrowser(at.url, person);
  const editor = await anEditor(browser, person, storyId);
  editors.push(editor);
  await saved(editor);
  return { browser, editor };
}

function paragraphIn(doc: Y.Doc, words: string, marks?: Record<string, unknown>) {
  const paragraph = new Y.XmlElement("paragraph");
  const text = new Y.XmlText();
  text.insert(0, words, marks);
  paragraph.insert(0, [text]);
  doc.getXmlFragment("body").push([paragraph]);
  return text;
}

/** What a window would send that holds the same text, and types as this Yjs client. */
function typedAs(client: number, from: Y.Doc, change: (doc: Y.Doc) => void): Uint8Array {
  const doc = new Y.Doc();
  Y.applyUpdate(doc, Y.encodeStateAsUpdate(from));
  doc.clientID = client;
  const before = Y.encodeStateVector(doc);
  doc.transact(() => change(doc));
  return Y.encodeStateAsUpdate(doc, before);
}

const firstText = (doc: Y.Doc) => (doc.getXmlFragment("body").get(0) as Y.XmlElement).get(0) as Y.XmlText;
const blame = async (storyId: string) =>
  (await whoWrote(anna.actor, storyId)).blocks.flatMap(({ runs }) =>
    runs.map(({ text, by }) => `${by?.name ?? "?"}: ${text}`),
  );
const proposal = (by: string, id = newId()) => ({ id, by, at: new Date().toISOString() });

describe("words under another window's Yjs client", () => {
  it("are put aside, and what that window types afterwards stands and is its own", async () => {
    const { storyId } = await aStory();
    const [a, b] = [await opened(anna, storyId), await opened(boris, storyId)];
    b.write("B one.");
    await synced(b);
    await soon(() => expect(a.text()).toContain("B one."));
    Y.applyUpdate(
      a.doc,
      typedAs(b.doc.clientID, a.doc, (doc) => paragraphIn(doc, "Words that Boris never wrote.")),
    );
    await soon(() => expect(a.refusals.at(-1)?.why).toBe("startOver"));
    b.write("B two.");
    await synced(b);
    expect(await storedText(storyId)).toBe("Lorries wait.\nB one.\nB two.");
    expect(b.text()).toContain("B two.");
    expect(await blame(storyId)).toEqual([
      "?: Snow closes the pass",
      "?: Lorries wait.",
      "Boris: B one.",
      "Boris: B two.",
    ]);
    expect(await ownPutAside(anna.actor, storyId)).toMatchObject({ words: "Words that Boris never wrote." });
    expect(await ownPutAside(boris.actor, storyId)).toBeNull();
  });

  it("are acknowledged as put aside: an editor starts over once, and keeps nothing to send again", async () => {
    const { storyId } = await aStory();
    const b = await opened(boris, storyId);
    b.write("B one.");
    await synced(b);
    const { editor } = await edited(anna, storyId);
    Y.applyUpdate(
      editor.doc,
      typedAs(b.doc.clientID, editor.doc, (doc) => paragraphIn(doc, "Not of Boris.")),
    );
    await soon(() => expect(editor.startedOver).toBe(1));
    expect(editor.unsent.updates()).toEqual([]);
    expect(await deskDb().quarantinedUpdate.count({ where: { storyId, staffId: anna.id } })).toBe(1);
  });

  it("that the text holds already pass, and do not draw their writer into what is put aside", async () => {
    const { storyId } = await aStory();
    const [a, b] = [await opened(anna, storyId), await opened(boris, storyId)];
    b.write("B one.");
    await synced(b);
    await soon(() => expect(a.text()).toContain("B one."));
    const stray = typedAs(4_000, a.doc, (doc) => doc.getXmlFragment("body").push([anUnfitCrosshead()]));
    a.doc.emit("update", [
      Y.mergeUpdates([stray, Y.encodeStateAsUpdate(b.doc)]),
      null,
      a.doc,
      new Y.Transaction(a.doc, null, true),
    ]);
    b.write("B two.");
    for (const window of [a, b]) await soon(() => expect(window.refusals.at(-1)?.why).toBe("startOver"));
    const aside = await deskDb().quarantinedUpdate.findMany({ where: { storyId }, select: { staffId: true } });
    expect(aside).toEqual([{ staffId: anna.id }]);
  });

  it("pass where they are stored already and this instance has not heard of it yet", async () => {
    const { storyId } = await aStory();
    const [watcher, elsewhere] = [await opened(boris, storyId), new Y.Doc()];
    Y.applyUpdate(elsewhere, Y.encodeStateAsUpdate(watcher.doc));
    const byBoris = typedAs(4_002, elsewhere, (doc) => paragraphIn(doc, "From Boris."));
    Y.applyUpdate(elsewhere, byBoris);
    await deskDb().documentClient.create({ data: { storyId, clientId: 4_002, staffId: boris.id, since: new Date() } });
    // By another instance, whose word of it is still on its way.
    await deskDb().documentUpdate.create({
      data: { storyId, seq: 1, writeId: newId(), staffId: boris.id, update: new Uint8Array(byBoris), at: new Date() },
    });
    await deskDb().storyDocument.update({ where: { storyId }, data: { seq: 1 } });
    paragraphIn(elsewhere, "From Anna.");
    const a = await opened(anna, storyId, { doc: elsewhere });
    expect(a.refusals).toEqual([]);
    expect(await storedText(storyId)).toBe("Lorries wait.\nFrom Boris.\nFrom Anna.");
    await soon(() => expect(watcher.text()).toMatch(/From Boris.*From Anna/));
  });

  it("of an earlier window of the same person pass, and so do those of a window that nobody knew", async () => {
    const { storyId } = await aStory();
    const { browser, editor } = await edited(anna, storyId);
    editor.write("Before the cut.");
    await saved(editor);
    browser.cut();
    await soon(() => expect(editor.sync.state().kind).toBe("offline"));
    editor.write("While away.");
    const left = editor.unsent.updates();
    editor.close();
    const next = await opened(anna, storyId);
    Y.applyUpdate(next.doc, Y.mergeUpdates(left));
    Y.applyUpdate(
      next.doc,
      typedAs(4_001, next.doc, (doc) => paragraphIn(doc, "Of a window without a network.")),
    );
    await synced(next);
    expect(next.refusals).toEqual([]);
    expect(await storedText(storyId)).toBe(
      "Lorries wait.\nBefore the cut.\nWhile away.\nOf a window without a network.",
    );
  });

  it("that a restored backup does not have are given back as words, to whoever holds them", async () => {
    const before = await aCollabServer();
    const { storyId } = await aStory();
    const [a, b] = [await opened(anna, storyId, { from: before }), await opened(boris, storyId, { from: before })];
    for (const [window, other, words] of [
      [b, a, "In the backup."],
      [b, a, "After it, by Boris."],
      [a, b, "After it, by Anna."],
    ] as const) {
      window.write(words);
      await synced(window);
      await soon(() => expect(other.text()).toContain(words));
    }
    for (const window of [a, b]) window.close();
    await before.close();
    await deskDb().documentUpdate.deleteMany({ where: { storyId, seq: { gt: 1 } } });
    await deskDb().storyDocument.update({ where: { storyId }, data: { seq: 1, settledSeq: 1 } });
    for (const [person, { doc }] of [
      [anna, a],
      [boris, b],
    ] as const) {
      const again = await at.window({ person, storyId, doc });
      await soon(() => expect(again.refusals.at(-1)?.why).toBe("startOver"));
      const { words = "" } = (await ownPutAside(person.actor, storyId)) ?? {};
      // Nobody knows any more which of them stood first.
      expect(words.split("\n").toSorted()).toEqual(["After it, by Anna.", "After it, by Boris."]);
    }
    expect(await storedText(storyId)).toBe("Lorries wait.\nIn the backup.");
  });
});

describe("a suggestion", () => {
  const marked = (by: string, id?: string) => ({ insertion: proposal(by, id) });
  const carried = (by: string) => JSON.stringify([{ type: "insertion", attrs: proposal(by) }]);
  const money = (value: string) => (doc: Y.Doc) => {
    const amount = new Y.XmlElement("money");
    amount.setAttribute("carried", value);
    (doc.getXmlFragment("body").get(0) as Y.XmlElement).push([amount]);
  };

  it.each<[string, (doc: Y.Doc, by: string) => void]>([
    ["words to add", (doc, by) => void paragraphIn(doc, "Mine?", marked(by))],
    ["words to take out", (doc, by) => firstText(doc).format(0, 4, { deletion: proposal(by) })],
    [
      "a format",
      (doc, by) =>
        firstText(doc).format(0, 4, { "formatting--Ab3dEf9=": { ...proposal(by), format: "bold", was: null } }),
    ],
    [
      "a block to take out",
      (doc, by) =>
        (doc.getXmlFragment("body").get(0) as Y.XmlElement).setAttribute("deleted", JSON.stringify(proposal(by))),
    ],
    ["an amount", (doc, by) => money(carried(by))(doc)],
  ])("in another's name is refused, whatever it proposes: %s", async (_what, propose) => {
    const { storyId } = await aStory();
    const a = await opened(anna, storyId);
    a.doc.transact(() => propose(a.doc, boris.id));
    await soon(() => expect(a.refusals.at(-1)).toMatchObject({ why: "unfit", words: expect.stringMatching(/name/) }));
    expect((await storedDocument(deskDb(), storyId)).seq).toBe(0);
    const own = await opened(anna, storyId);
    own.doc.transact(() => propose(own.doc, anna.id));
    await synced(own);
    expect(own.refusals).toEqual([]);
    expect((await storedDocument(deskDb(), storyId)).seq).toBe(1);
  });

  it("of another stands where its block is moved, and comes back where the decision on it is undone", async () => {
    const { storyId } = await aStory();
    const [a, b] = [await opened(anna, storyId), await opened(boris, storyId)];
    const id = newId();
    firstText(b.doc).insert(7, " still", marked(boris.id, id));
    await synced(b);
    await soon(() => expect(a.text()).toContain("still"));
    const body = a.doc.getXmlFragment("body");
    a.doc.transact(() => {
      const copy = body.get(0).clone();
      body.delete(0, 1);
      body.insert(0, [copy]);
    });
    await synced(a);
    firstText(a.doc).format(7, 6, { insertion: null });
    await synced(a);
    // By what is stored: another program knows of it too, as this one does when it was started anew.
    elsewhere = await aCollabServer();
    const again = await opened(anna, storyId, { from: elsewhere });
    firstText(again.doc).format(7, 6, { insertion: proposal(boris.id, id) });
    await synced(again);
    expect(again.refusals).toEqual([]);
    expect(
      newestDocument(await storedDocument(deskDb(), storyId))
        .getXmlFragment("body")
        .toString(),
    ).toContain(id);
    // Its number is not free for others.
    firstText(again.doc).format(0, 3, { insertion: proposal(anna.id, id) });
    await soon(() => expect(again.refusals.at(-1)?.why).toBe("unfit"));
  });

  it("that stood before authors were kept stays its author's", async () => {
    const { storyId } = await aStory();
    const [b, id] = [await opened(boris, storyId), newId()];
    firstText(b.doc).insert(7, " still", marked(boris.id, id));
    await synced(b);
    await deskDb().suggestionAuthor.deleteMany({ where: { storyId } });
    elsewhere = await aCollabServer();
    const a = await opened(anna, storyId, { from: elsewhere });
    const body = a.doc.getXmlFragment("body");
    a.doc.transact(() => {
      const copy = body.get(0).clone();
      body.delete(0, 1);
      body.insert(0, [copy]);
    });
    await synced(a);
    expect(a.refusals).toEqual([]);
    firstText(a.doc).format(0, 3, { insertion: proposal(anna.id, id) });
    await soon(() => expect(a.refusals.at(-1)?.why).toBe("unfit"));
    expect(plainText(textOf(newestDocument(await storedDocument(deskDb(), storyId))).body)).toBe("Lorries wait.");
  });
});
