import { describe, expect, it } from "vitest";
import * as Y from "yjs";
import { body, p } from "#newsroom/body/testing";
import { plainText } from "#newsroom/body/text";
import { mergedDocument, textOf } from "#newsroom/stories/document";
import { documentSync } from "./document-sync.ts";
import { fakeNewsroom, handClock, memoryStore, type } from "./testing.ts";

function anOpenStory() {
  const clock = handClock();
  const newsroom = fakeNewsroom({ headline: "Snow", body: body(p("It snows.")) }, clock);
  return { clock, newsroom, ...aWindow({ clock, newsroom }) };
}

function aWindow({
  clock,
  newsroom,
}: {
  clock: ReturnType<typeof handClock>;
  newsroom: ReturnType<typeof fakeNewsroom>;
}) {
  const { doc, seq } = newsroom.load();
  const unsent = memoryStore();
  const network = { online: true };
  let ids = 0;
  const sync = documentSync({
    doc,
    seq,
    unsent,
    clock,
    savedAt: null,
    send: newsroom.send,
    load: async () => {
      const now = newsroom.load();
      return { seq: now.seq, update: Y.encodeStateAsUpdate(now.doc) };
    },
    newId: () => `${doc.clientID}-${++ids}`,
    isOnline: () => network.online,
  });
  const words: string[] = [];
  sync.subscribe(() => words.at(-1) !== sync.state().kind && words.push(sync.state().kind));
  return { doc, sync, unsent, network, words };
}

const saysBody = (text: { body: Parameters<typeof plainText>[0] }) => plainText(text.body);

describe("what is typed", () => {
  it("is sent after a moment of quiet, as one write, and is saved only when the newsroom says so", async () => {
    const { clock, newsroom, doc, sync, words } = anOpenStory();
    for (const letter of " Hard.") {
      type(doc, letter);
      await clock.advance(50);
    }
    expect(newsroom.sent).toHaveLength(0);
    const release = newsroom.hold();
    await clock.advance(600);
    expect(newsroom.sent).toHaveLength(1);
    expect(sync.state()).toEqual({ kind: "saving", count: 6 });
    release();
    await clock.settled();
    expect(sync.state()).toEqual({ kind: "saved", at: new Date(clock.now()) });
    expect(saysBody(newsroom.text())).toBe("It snows. Hard.");
    expect(words).toEqual(["unsent", "saving", "saved"]);
  });

  it("is sent after two seconds at the latest, however fast one types", async () => {
    const { clock, newsroom, doc } = anOpenStory();
    for (let tenth = 0; tenth < 60; tenth++) {
      type(doc, "x");
      await clock.advance(100);
    }
    expect(newsroom.sent.length).toBeGreaterThanOrEqual(2);
    expect(newsroom.sent.length).toBeLessThanOrEqual(3);
  });

  it("goes one write at a time, in order, each on top of the one before", async () => {
    const { clock, newsroom, doc } = anOpenStory();
    const release = newsroom.hold();
    type(doc, " One");
    await clock.advance(700);
    type(doc, " two");
    await clock.advance(5_000);
    expect(newsroom.sent).toHaveLength(1);
    release();
    await clock.advance(700);
    expect(newsroom.sent.map(({ baseSeq }) => baseSeq)).toEqual([0, 1]);
    expect(saysBody(newsroom.text())).toBe("It snows. One two");
  });

  it("that only takes away is sent as well", async () => {
    const { clock, newsroom, doc, sync } = anOpenStory();
    const paragraph = doc.getXmlFragment("body").get(0);
    if (paragraph instanceof Y.XmlElement) paragraph.delete(0, paragraph.length);
    await clock.advance(700);
    expect(sync.state().kind).toBe("saved");
    expect(saysBody(newsroom.text())).toBe("");
  });

  it("stands in the browser's store at once and leaves it when it is saved", async () => {
    const { clock, newsroom, doc, unsent } = anOpenStory();
    type(doc, " Hard.");
    expect(unsent.updates()).toHaveLength(1);
    const release = newsroom.hold();
    await clock.advance(700);
    type(doc, " Late.");
    expect(unsent.updates()).toHaveLength(2);
    release();
    await clock.settled();
    expect(unsent.updates()).toHaveLength(1);
    await clock.advance(700);
    expect(unsent.updates()).toHaveLength(0);
  });

  it("opening a story sends nothing", async () => {
    const { clock, newsroom, sync } = anOpenStory();
    await clock.advance(60_000);
    expect(newsroom.sent).toHaveLength(0);
    expect(sync.state()).toEqual({ kind: "saved", at: null });
  });
});

describe("a write that fails", () => {
  it("is sent again with the same id until it arrives, and says so meanwhile", async () => {
    const { clock, newsroom, doc, sync, words } = anOpenStory();
    newsroom.answerNext("lost", { kind: "broken", why: "it broke" }, "lost");
    type(doc, " Hard.");
    await clock.advance(700);
    expect(sync.state()).toMatchObject({ kind: "failed", why: "the newsroom does not answer." });
    await clock.advance(1_000);
    expect(sync.state()).toMatchObject({ kind: "failed", why: "it broke" });
    await clock.advance(30_000);
    expect(new Set(newsroom.sent.map(({ writeId }) => writeId)).size).toBe(1);
    expect(newsroom.sent).toHaveLength(4);
    expect(words).toEqual(["unsent", "saving", "failed", "saved"]);
    expect(saysBody(newsroom.text())).toBe("It snows. Hard.");
  });

  it("is stored once when only its answer was lost", async () => {
    const { clock, newsroom, doc, sync } = anOpenStory();
    newsroom.answerNext("lostAnswer");
    type(doc, " Hard.");
    await clock.advance(2_000);
    expect(newsroom.seq).toBe(1);
    expect(sync.state().kind).toBe("saved");
    expect(saysBody(newsroom.text())).toBe("It snows. Hard.");
  });

  it("waits longer and longer, thirty seconds at most, and at once when something changed outside", async () => {
    const { clock, newsroom, doc, sync } = anOpenStory();
    newsroom.answerNext(...Array<"lost">(20).fill("lost"));
    type(doc, " Hard.");
    await clock.advance(61_000);
    expect(newsroom.sent).toHaveLength(7);
    await clock.advance(60_000);
    expect(newsroom.sent).toHaveLength(9);
    sync.wake();
    expect(newsroom.sent).toHaveLength(10);
  });

  it("begins with a short wait again once something arrived", async () => {
    const { clock, newsroom, doc } = anOpenStory();
    newsroom.answerNext("lost", "lost", "lost");
    type(doc, " One");
    await clock.advance(10_000);
    expect(newsroom.seq).toBe(1);
    newsroom.answerNext("lost");
    type(doc, " two");
    await clock.advance(600 + 1_000);
    expect(newsroom.seq).toBe(2);
  });

  it("says that the connection is gone when the browser knows it", async () => {
    const { clock, newsroom, doc, sync, network } = anOpenStory();
    network.online = false;
    newsroom.answerNext("lost");
    type(doc, " Hard.");
    await clock.advance(700);
    expect(sync.state()).toEqual({ kind: "offline" });
    network.online = true;
    sync.wake();
    await clock.settled();
    expect(sync.state().kind).toBe("saved");
  });

  it("is said within ten seconds when no answer comes at all, while it stays on its way", async () => {
    const { clock, newsroom, doc, sync } = anOpenStory();
    const release = newsroom.hold();
    type(doc, " Hard.");
    await clock.advance(9_000);
    expect(sync.state()).toMatchObject({ kind: "failed", why: "the newsroom is slow to answer." });
    expect(newsroom.sent).toHaveLength(1);
    release();
    await clock.settled();
    expect(sync.state().kind).toBe("saved");
  });

  it("because of the text itself goes again, as a new write, once the text has changed", async () => {
    const { clock, newsroom, doc, sync } = anOpenStory();
    newsroom.answerNext({ kind: "refused", why: "Please keep the headline under 300 characters.", unreadable: false });
    type(doc, " too long", "headline");
    await clock.advance(60_000);
    expect(newsroom.sent).toHaveLength(1);
    expect(sync.state()).toMatchObject({ kind: "failed", why: "Please keep the headline under 300 characters." });
    type(doc, "!", "headline");
    await clock.advance(700);
    expect(newsroom.sent).toHaveLength(2);
    expect(newsroom.sent[1]?.writeId).not.toBe(newsroom.sent[0]?.writeId);
    expect(sync.state().kind).toBe("saved");
    expect(newsroom.text().headline).toBe("Snow too long!");
  });

  it("keeps the text when the right to write is gone, and tries now and then", async () => {
    const { clock, newsroom, doc, sync, unsent } = anOpenStory();
    newsroom.answerNext({ kind: "barred", why: "This story was removed." });
    type(doc, " Hard.");
    await clock.advance(700);
    expect(sync.state()).toMatchObject({ kind: "failed", why: "This story was removed." });
    expect(unsent.updates()).toHaveLength(1);
    await clock.advance(60_000);
    expect(sync.state().kind).toBe("saved");
  });

  it("gives a newsroom that was restored from a backup the whole text", async () => {
    const { clock, newsroom, doc, sync } = anOpenStory();
    type(doc, " Hard.");
    await clock.advance(700);
    newsroom.restore();
    type(doc, " Again.");
    await clock.advance(700);
    expect(saysBody(newsroom.text())).toBe("It snows. Hard. Again.");
    expect(sync.state().kind).toBe("saved");
  });
});

describe("an expired session", () => {
  it("keeps everything, is tried again after focus, and goes on", async () => {
    const { clock, newsroom, doc, sync, unsent } = anOpenStory();
    newsroom.answerNext({ kind: "signedOut" }, { kind: "signedOut" });
    type(doc, " Hard.");
    await clock.advance(700);
    expect(sync.state()).toEqual({ kind: "signedOut" });
    type(doc, " Harder.");
    await clock.advance(3_000);
    expect(sync.state()).toEqual({ kind: "signedOut" });
    expect(unsent.updates()).toHaveLength(2);
    sync.wake();
    await clock.settled();
    expect(sync.state()).toEqual({ kind: "signedOut" });
    await clock.advance(20_000);
    await clock.advance(700);
    expect(sync.state().kind).toBe("saved");
    expect(saysBody(newsroom.text())).toBe("It snows. Hard. Harder.");
  });
});

describe("two windows in one story", () => {
  async function aConflict() {
    const one = anOpenStory();
    const other = aWindow(one);
    type(one.doc, " Hard.");
    await one.clock.advance(700);
    type(other.doc, " Softly.");
    await one.clock.advance(700);
    return { clock: one.clock, newsroom: one.newsroom, one, other };
  }

  it("shows both texts and sends nothing until somebody chose", async () => {
    const { clock, newsroom, other } = await aConflict();
    const state = other.sync.state();
    if (state.kind !== "conflict") throw new Error(state.kind);
    expect(saysBody(state.conflict.theirs)).toBe("It snows. Hard.");
    expect(saysBody(state.conflict.mine)).toBe("It snows. Softly.");
    expect(state.conflict.revisionId).toBe("conflict-1");
    type(other.doc, " Still.");
    await clock.advance(60_000);
    expect(newsroom.sent).toHaveLength(2);
    expect(other.sync.state().kind).toBe("conflict");
    expect(other.unsent.updates()).toHaveLength(2);
  });

  it("sends nothing by flush or focus either, as long as nobody chose", async () => {
    const { clock, newsroom, other } = await aConflict();
    expect(await other.sync.flush()).toEqual({ ok: false });
    other.sync.wake();
    await clock.settled();
    expect(newsroom.sent).toHaveLength(2);
  });

  it("leaves alone what only a newer editor knows, and asks for a reload", async () => {
    const { clock, newsroom, doc, sync } = anOpenStory();
    const newer = newsroom.load().doc;
    const before = Y.encodeStateVector(newer);
    newer.getXmlFragment("body").push([new Y.XmlElement("factBox")]);
    const lacks = Y.encodeStateAsUpdate(newer, before);
    const text = textOf(doc);
    newsroom.answerNext({ kind: "conflict", conflict: { seq: 1, lacks, theirs: text, mine: text, revisionId: "r" } });
    type(doc, " Hard.");
    await clock.advance(700);
    sync.mergeBoth();
    expect(sync.state()).toMatchObject({ kind: "failed", whatToDo: "Reload the page to go on." });
    expect(saysBody(textOf(doc))).toBe("It snows. Hard.");
    await clock.advance(60_000);
    expect(newsroom.sent).toHaveLength(1);
  });

  it("keeps both when they are merged", async () => {
    const { clock, newsroom, other } = await aConflict();
    other.sync.mergeBoth();
    await clock.settled();
    expect(other.sync.state().kind).toBe("saved");
    expect(saysBody(newsroom.text())).toContain("Hard.");
    expect(saysBody(newsroom.text())).toContain("Softly.");
    expect(textOf(other.doc)).toEqual(newsroom.text());
    expect(other.unsent.updates()).toHaveLength(0);
  });

  it("takes the saved text only after the newsroom has the last word of the other as a revision", async () => {
    const { clock, newsroom, other } = await aConflict();
    type(other.doc, " Still.");
    newsroom.answerNext("lost");
    expect(await other.sync.takeSaved()).toBe(false);
    expect(other.sync.state().kind).toBe("conflict");
    expect(other.unsent.updates()).toHaveLength(2);
    expect(await other.sync.takeSaved()).toBe(true);
    expect(newsroom.kept.map(saysBody)).toEqual(["It snows. Softly.", "It snows. Softly. Still."]);
    expect(saysBody(newsroom.text())).toBe("It snows. Hard.");
    expect(other.unsent.updates()).toHaveLength(0);
    type(other.doc, " Lost in time.");
    await clock.advance(5_000);
    expect(newsroom.seq).toBe(1);
  });

  it("asks nobody when the newsroom has every word already", async () => {
    const { clock, newsroom, one, other } = { ...(await aConflict()) };
    other.sync.mergeBoth();
    await clock.settled();
    // The first window learns the other's words by hand and sends them as its own.
    Y.applyUpdate(one.doc, Y.encodeStateAsUpdate(other.doc), "recovered");
    await clock.advance(700);
    expect(one.sync.state().kind).toBe("saved");
    expect(one.words).not.toContain("conflict");
    expect(textOf(one.doc)).toEqual(newsroom.text());
  });
});

describe("newer text of the newsroom", () => {
  async function newerText() {
    const story = anOpenStory();
    const other = aWindow(story);
    type(other.doc, " Softly.");
    await story.clock.advance(700);
    const lacks = Y.encodeStateAsUpdate(other.doc, Y.encodeStateVector(story.doc));
    return { ...story, newer: { seq: 1, lacks } };
  }

  it("is shown, and not sent back", async () => {
    const { clock, newsroom, doc, sync, newer } = await newerText();
    sync.catchUp(newer);
    await clock.advance(5_000);
    expect(textOf(doc)).toEqual(newsroom.text());
    expect(newsroom.sent).toHaveLength(1);
    expect(sync.seq()).toBe(1);
    type(doc, " Mine.");
    await clock.advance(700);
    expect(sync.state().kind).toBe("saved");
  });

  it("waits while words of this window wait: they meet it as a conflict", async () => {
    const { doc, sync, newer } = await newerText();
    type(doc, " Mine.");
    sync.catchUp(newer);
    expect(sync.seq()).toBe(0);
    await sync.flush();
    expect(sync.state().kind).toBe("conflict");
  });
});

describe("flush", () => {
  it("sends at once and answers with the newsroom's count", async () => {
    const { newsroom, doc, sync } = anOpenStory();
    type(doc, " Hard.");
    expect(await sync.flush()).toEqual({ ok: true, seq: 1 });
    expect(newsroom.sent).toHaveLength(1);
    expect(await sync.flush()).toEqual({ ok: true, seq: 1 });
    expect(newsroom.sent).toHaveLength(1);
  });

  it("waits for what was typed while a write is on its way", async () => {
    const { clock, newsroom, doc, sync } = anOpenStory();
    const release = newsroom.hold();
    type(doc, " One");
    await clock.advance(700);
    type(doc, " two");
    const flushed = sync.flush();
    release();
    expect(await flushed).toEqual({ ok: true, seq: 2 });
    expect(saysBody(newsroom.text())).toBe("It snows. One two");
  });

  it.each([
    ["a lost connection", "lost" as const],
    ["an expired session", { kind: "signedOut" as const }],
    ["a refused text", { kind: "refused" as const, why: "no", unreadable: false }],
  ])("answers no for %s", async (_name, answer) => {
    const { newsroom, doc, sync } = anOpenStory();
    newsroom.answerNext(answer);
    type(doc, " Hard.");
    expect(await sync.flush()).toEqual({ ok: false });
  });

  it("answers no when the newsroom is silent for too long", async () => {
    const { clock, newsroom, doc, sync } = anOpenStory();
    newsroom.hold();
    type(doc, " Hard.");
    const flushed = sync.flush();
    await clock.advance(8_000);
    expect(await flushed).toEqual({ ok: false });
  });
});

describe("closing", () => {
  it("sends what is left, once, and lets the timers go", async () => {
    const { clock, newsroom, doc, sync, unsent } = anOpenStory();
    type(doc, " Hard.");
    await sync.close();
    expect(saysBody(newsroom.text())).toBe("It snows. Hard.");
    expect(unsent.updates()).toHaveLength(0);
    type(doc, " After.");
    await clock.advance(60_000);
    expect(newsroom.sent).toHaveLength(1);
  });

  it("leaves in the browser's store what did not arrive, from where the next opening puts it back", async () => {
    const { clock, newsroom, doc, sync, unsent } = anOpenStory();
    newsroom.answerNext("lost");
    type(doc, " Hard.");
    await sync.close();
    await clock.advance(60_000);
    expect(newsroom.seq).toBe(0);
    const next = aWindow({ clock, newsroom });
    Y.applyUpdate(next.doc, Y.mergeUpdates(unsent.updates()), "recovered");
    await clock.advance(700);
    expect(saysBody(newsroom.text())).toBe("It snows. Hard.");
    expect(textOf(mergedDocument([Y.encodeStateAsUpdate(next.doc)]))).toEqual(newsroom.text());
  });

  it("putting back what had arrived after all changes nothing and sends nothing", async () => {
    const { clock, newsroom, doc, sync, unsent } = anOpenStory();
    newsroom.answerNext("lostAnswer");
    type(doc, " Hard.");
    const left = sync.close();
    const updates = unsent.updates();
    await left;
    const next = aWindow({ clock, newsroom });
    Y.applyUpdate(next.doc, Y.mergeUpdates(updates), "recovered");
    await clock.advance(5_000);
    expect(next.sync.state().kind).toBe("saved");
    expect(newsroom.sent).toHaveLength(1);
  });
});
