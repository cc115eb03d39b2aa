// Two people write in one story while the connection of one of them is cut: no word of either may be gone, and both must have the
// same text in the end. For seconds within `npm test`; for a quarter of an hour by `npm run test:faults`.
import { afterAll, beforeAll, expect, it, vi } from "vitest";
import * as Y from "yjs";
import { aStaff } from "#newsroom/people/testing";
import { aNewsroom, aStory } from "#newsroom/stories/testing";
import { aBrowser, anEditor, storedText, type TestEditor } from "../../testing/editor-window.ts";
import { aCollabServer, type Served } from "./testing.ts";

const apartMs = process.env.FAULTS === "full" ? 15 * 60_000 : 1_500;
const pauseMs = process.env.FAULTS === "full" ? 250 : 10;

let at: Served;
beforeAll(async () => {
  await aNewsroom();
  at = await aCollabServer();
});
afterAll(() => at.close());

const soon = (check: () => void | Promise<void>) => vi.waitFor(check, { timeout: 60_000, interval: 25 });

/** The same numbers each time, so that a failure can be looked at again. */
function numbers(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state * 1_664_525 + 1_013_904_223) % 4_294_967_296;
    return Math.floor((state / 4_294_967_296) * below);
  };
}

/** Types a word into a paragraph, a new paragraph or a field, takes out letters of its own, makes words bold. Answers what must be there. */
function writer({ doc }: TestEditor, name: string, seed: number) {
  const chance = numbers(seed);
  const words: string[] = [];
  const body = doc.getXmlFragment("body");
  const textAt = (index: number) => {
    const block = body.get(index);
    const text = block instanceof Y.XmlElement ? block.get(0) : null;
    return text instanceof Y.XmlText ? text : null;
  };
  return {
    words,
    step() {
      const word = `${name}${words.length} `;
      const kind = chance(10);
      const text = textAt(chance(body.length));
      doc.transact(() => {
        if (kind < 2 || !text) {
          const paragraph = new Y.XmlElement("paragraph");
          paragraph.insert(0, [new Y.XmlText(word)]);
          body.insert(chance(body.length + 1), [paragraph]);
        } else if (kind < 3) {
          const headline = doc.getXmlFragment("standfirst").get(0);
          const line = headline instanceof Y.XmlElement ? headline.get(0) : null;
          if (line instanceof Y.XmlText) line.insert(0, word);
          else text.insert(0, word);
        } else {
          // Between words: inside one it would not be found again, though no letter is gone.
          const spaces = [
            ...text
              .toString()
              .replace(/<[^>]*>/g, "")
              .matchAll(/ /g),
          ].map(({ index }) => index + 1);
          text.insert(spaces[chance(spaces.length)] ?? 0, word);
          if (kind === 9) text.format(0, Math.min(3, text.length), { bold: {} });
        }
      });
      words.push(word.trim());
    },
  };
}

it(
  `keeps all words of both sides through ${apartMs / 1_000} s without a connection`,
  async () => {
    const [away, home] = [await aStaff({ role: "editor" }), await aStaff({ role: "editor" })];
    const { storyId } = await aStory({ text: "Lorries wait at the pass." });
    const browser = await aBrowser(at.url, away);
    const train = await anEditor(browser, away, storyId);
    const desk = await anEditor(await aBrowser(at.url, home), home, storyId);
    const both = [train, desk];
    const isSaved = ({ sync }: TestEditor) => soon(() => expect(sync.state().kind).toBe("saved"));
    await Promise.all(both.map(isSaved));
    const writers = [writer(train, "train", 1), writer(desk, "desk", 2)];

    browser.cut();
    await soon(() => expect(train.sync.state().kind).toBe("offline"));
    const until = Date.now() + apartMs;
    // However slow the machine is: so many words that they are mixed.
    while (Date.now() < until || writers.some(({ words }) => words.length <= 100)) {
      for (const one of writers) one.step();
      await new Promise((next) => setTimeout(next, pauseMs));
    }
    expect(train.sync.state()).toMatchObject({ kind: "offline", count: writers[0]?.words.length });
    browser.mend();
    await Promise.all(both.map(isSaved));
    await soon(() => expect(train.text()).toBe(desk.text()));
    for (const { doc } of both)
      expect(doc.getXmlFragment("standfirst").toString()).toBe(desk.doc.getXmlFragment("standfirst").toString());

    const stored = `${await storedText(storyId)} ${desk.doc
      .getXmlFragment("standfirst")
      .toString()
      .replace(/<[^>]*>/g, " ")}`;
    expect(stored.startsWith(desk.text())).toBe(true);
    const there = new Set(stored.split(/\s+/));
    const all = writers.flatMap(({ words }) => words);
    expect(all.length).toBeGreaterThan(200);
    expect(all.filter((word) => !there.has(word))).toEqual([]);
    expect([train.taken, desk.taken]).toEqual([[], []]);
    expect(train.unsent.updates()).toEqual([]);
    for (const window of both) window.close();
  },
  apartMs + 120_000,
);
