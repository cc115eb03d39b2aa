// The editor's side of writing together, against the real sockets: what it says of the text, and what becomes of it.
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from "vitest";
import type * as Y from "yjs";
import { deskDb } from "#lib/db/desk";
import { aSession, aStaff } from "#newsroom/people/testing";
import { aNewsroom, aStory } from "#newsroom/stories/testing";
import {
  aBrowser as browserAt,
  anEditor as editorIn,
  storedText,
  type TestBrowser,
  type TestEditor,
} from "../../testing/editor-window.ts";
import { aCollabServer, anUnfitCrosshead, type Served } from "./testing.ts";

type Person = Awaited<ReturnType<typeof aStaff>>;
let at: Served;
let open: { close(): void }[] = [];

beforeAll(async () => {
  await aNewsroom();
  at = await aCollabServer();
});
afterEach(() => {
  for (const window of open) window.close();
  open = [];
});
afterAll(() => at.close());

const aBrowser = (person: Person) => browserAt(at.url, person);

async function anEditor(person: Person, storyId: string, browser?: TestBrowser): Promise<TestEditor> {
  const window = await editorIn(browser ?? (await aBrowser(person)), person, storyId);
  open.push(window);
  return window;
}

const soon = <Result>(check: () => Result | Promise<Result>, timeout = 9_000) =>
  vi.waitFor(check, { timeout, interval: 10 });
const saved = ({ sync }: { sync: { state(): { kind: string } } }) =>
  soon(() => expect(sync.state().kind).toBe("saved"));

describe("the editor", () => {
  it("says saved only of what is in the database, and keeps in the browser what is not", async () => {
    const person = await aStaff({ role: "editor" });
    const { storyId } = await aStory();
    const window = await anEditor(person, storyId);
    window.write("One.");
    expect(window.sync.state()).toEqual({ kind: "saving", count: 1 });
    expect(window.unsent.updates()).toHaveLength(1);
    await saved(window);
    expect(await storedText(storyId)).toBe("Lorries wait.\nOne.");
    expect(window.unsent.updates()).toHaveLength(0);
    expect(window.sync.state()).toMatchObject({ kind: "saved", at: expect.any(Date) });
    expect(window.sync.seq()).toBe(1);
  });

  it("does not call a change stored because another one was, when it comes back from a cut", async () => {
    const person = await aStaff({ role: "editor" });
    const { storyId } = await aStory();
    const browser = await aBrowser(person);
    const window = await anEditor(person, storyId, browser);
    await soon(() => expect(window.sync.awareness.getLocalState()).not.toBeNull());
    window.write("Before.");
    await saved(window);
    browser.cut();
    for (let n = 0; n < 12; n++) window.write(`Cut off ${n}.`);
    await soon(() => expect(window.sync.state()).toEqual({ kind: "offline", count: 12 }));
    expect(window.unsent.updates()).toHaveLength(12);
    // Whenever it forgets a change, that change is in the database.
    const forgetting: Promise<void>[] = [];
    const forget = window.unsent.forget;
    vi.spyOn(window.unsent, "forget").mockImplementation((upTo) => {
      forgetting.push(
        storedText(storyId).then((text) => {
          for (let n = 0; n < Math.min(12, upTo - 1); n++) expect(text).toContain(`Cut off ${n}.`);
        }),
      );
      return forget(upTo);
    });
    browser.mend();
    await saved(window);
    await Promise.all(forgetting);
    for (let n = 0; n < 12; n++) expect(await storedText(storyId)).toContain(`Cut off ${n}.`);
  });

  it("merges what both sides typed while the connection was cut", async () => {
    const [away, home] = [await aStaff({ role: "editor" }), await aStaff({ role: "editor" })];
    const { storyId } = await aStory();
    const browser = await aBrowser(away);
    const [train, desk] = [await anEditor(away, storyId, browser), await anEditor(home, storyId)];
    await Promise.all([saved(train), saved(desk)]);
    train.write("Still together.");
    await soon(() => expect(desk.text()).toContain("Still together."));
    browser.cut();
    await soon(() => expect(train.sync.state().kind).toBe("offline"));
    train.write("From the train.");
    desk.write("From the desk.");
    await saved(desk);
    browser.mend();
    await saved(train);
    await soon(() => {
      for (const window of [train, desk]) {
        expect(window.text()).toContain("From the train.");
        expect(window.text()).toContain("From the desk.");
      }
    });
    expect(train.text()).toBe(desk.text());
  });

  it("gives back what was typed in a part that somebody took away meanwhile, and nothing else", async () => {
    const [away, home] = [await aStaff({ role: "editor" }), await aStaff({ role: "editor" })];
    const { storyId } = await aStory({ text: "Lorries wait." });
    const browser = await aBrowser(away);
    const [train, desk] = [await anEditor(away, storyId, browser), await anEditor(home, storyId)];
    await Promise.all([saved(train), saved(desk)]);
    const first = ({ doc }: TestEditor) => doc.getXmlFragment("body").get(0) as Y.XmlElement;
    const type = (window: TestEditor, at: number, words: string) =>
      (first(window).get(0) as Y.XmlText).insert(at, words);
    train.write("A second part.");
    type(train, 0, "Stored: ");
    await saved(train);
    await soon(() => expect(desk.text()).toContain("Stored: Lorries wait."));
    browser.cut();
    await soon(() => expect(train.sync.state().kind).toBe("offline"));
    for (const [at, letter] of [..."forty of them "].entries()) type(train, 8 + at, letter);
    desk.doc.getXmlFragment("body").delete(0, 1);
    await saved(desk);
    browser.mend();
    await saved(train);
    await soon(() => expect(train.text()).toBe("A second part."));
    expect(train.taken).toEqual(["forty of them "]);
    desk.doc.getXmlFragment("body").delete(0, 1);
    await soon(() => expect(train.text()).toBe(""));
    expect([train.taken, desk.taken]).toEqual([["forty of them "], []]);
  });

  it("goes on after its person signed in again, and not for anybody else", async () => {
    const [person, other] = [await aStaff({ role: "editor" }), await aStaff({ role: "editor" })];
    const { storyId } = await aStory();
    const browser = await aBrowser(person);
    const window = await anEditor(person, storyId, browser);
    await saved(window);
    await deskDb().staffSession.updateMany({ where: { staffId: person.id }, data: { endedAt: new Date() } });
    window.write("Unsent.");
    await soon(() => expect(window.sync.state().kind).toBe("signedOut"));
    expect(await window.sync.flush()).toEqual({ ok: false });
    await browser.signIn(other.token);
    window.sync.wake();
    await soon(() => expect(window.sync.state().kind).toBe("otherPerson"));
    expect(window.sync.mayWrite()).toBe(false);
    expect(await storedText(storyId)).not.toContain("Unsent.");
    await browser.signIn((await aSession(person.id)).token);
    window.sync.wake();
    await saved(window);
    expect(await storedText(storyId)).toContain("Unsent.");
    expect(await deskDb().documentUpdate.count({ where: { storyId, staffId: other.id } })).toBe(0);
  });

  it("whose right is gone says so, takes no more typing, and keeps the text to copy", async () => {
    const person = await aStaff({ role: "editor" });
    const { storyId } = await aStory();
    const window = await anEditor(person, storyId);
    await saved(window);
    await deskDb().staff.update({ where: { id: person.id }, data: { role: "contributor" } });
    window.write("Too late.");
    await soon(() => expect(window.sync.state().kind).toBe("barred"));
    expect(window.sync.mayWrite()).toBe(false);
    expect(window.text()).toContain("Too late.");
    expect(window.unsent.updates()).toHaveLength(1);
  });

  it("that lost the right to write but not to read looks on", async () => {
    const author = await aStaff({ role: "editor" });
    const { storyId } = await aStory();
    const window = await anEditor(author, storyId);
    await saved(window);
    await deskDb().staff.update({ where: { id: author.id }, data: { role: "author" } });
    await soon(() => expect(window.sync.mayWrite()).toBe(false));
    const writer = await anEditor(await aStaff({ role: "editor" }), storyId);
    writer.write("For who looks on.");
    await soon(() => expect(window.text()).toContain("For who looks on."));
    expect(window.sync.state().kind).toBe("saved");
  });

  it("starts over when the text was put back, and not before", async () => {
    const { storyId } = await aStory();
    const [bad, good] = [
      await anEditor(await aStaff({ role: "editor" }), storyId),
      await anEditor(await aStaff({ role: "editor" }), storyId),
    ];
    await Promise.all([saved(bad), saved(good)]);
    bad.doc.getXmlFragment("body").push([anUnfitCrosshead()]);
    await soon(() => expect(good.startedOver).toBe(1));
    expect(await storedText(storyId)).toBe("Lorries wait.");
  });

  it("hears nothing of a flush that cannot be had, and all of one that can", async () => {
    const person = await aStaff({ role: "editor" });
    const { storyId } = await aStory();
    const browser = await aBrowser(person);
    const window = await anEditor(person, storyId, browser);
    await saved(window);
    window.write("Sure.");
    expect(await window.sync.flush()).toEqual({ ok: true, seq: 1 });
    browser.cut();
    await soon(() => expect(window.sync.state().kind).toBe("offline"));
    window.write("Not sure.");
    expect(await window.sync.flush()).toEqual({ ok: false });
    window.sync.online(false);
    browser.mend();
    window.sync.online(true);
    expect(await soon(() => window.sync.flush())).toEqual(expect.objectContaining({ ok: expect.any(Boolean) }));
    await saved(window);
  });
});
