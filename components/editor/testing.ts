import * as Y from "yjs";
import { documentOf, mergedDocument, textOf } from "#newsroom/stories/document";
import type { StoryText } from "#newsroom/stories/story-text";
import type { Clock } from "./clock.ts";
import type { UnsentStore } from "./unsent-store.ts";
import type { Write, WriteAnswer } from "./write-queue.ts";

const settled = async () => {
  for (let turn = 0; turn < 20; turn++) await Promise.resolve();
};

/** A clock that stands until it is advanced. */
export function handClock() {
  let now = Date.UTC(2026, 10, 23, 8, 0);
  let timers: { at: number; run: () => void }[] = [];
  const clock: Clock = {
    now: () => now,
    after(ms, run) {
      const timer = { at: now + ms, run };
      timers.push(timer);
      return () => {
        timers = timers.filter((other) => other !== timer);
      };
    },
  };
  return {
    ...clock,
    settled,
    async advance(ms: number) {
      const until = now + ms;
      for (;;) {
        await settled();
        const due = timers.filter(({ at }) => at <= until).sort((a, b) => a.at - b.at)[0];
        if (!due) break;
        timers = timers.filter((timer) => timer !== due);
        now = due.at;
        due.run();
      }
      now = until;
      await settled();
    },
  };
}

/** A newsroom that keeps one story's document in memory, by the rules of the real one. */
export function fakeNewsroom(text: Partial<StoryText>, clock: Clock) {
  const first = documentOf(text);
  let updates: Uint8Array[] = [first];
  const answered = new Map<string, WriteAnswer>();
  const scripted: (WriteAnswer | "lost" | "lostAnswer")[] = [];
  const sent: Write[] = [];
  const kept: StoryText[] = [];
  let gate: Promise<void> = Promise.resolve();

  const store = (write: Write): WriteAnswer => {
    const before = answered.get(write.writeId);
    if (before) return before;
    const seq = updates.length - 1;
    if (write.baseSeq < seq) {
      const doc = mergedDocument(updates);
      const base = mergedDocument(updates.slice(0, write.baseSeq + 1));
      const mine = textOf(mergedDocument([Y.encodeStateAsUpdate(base), write.update]));
      kept.push(mine);
      const lacks = Y.encodeStateAsUpdate(doc, Y.encodeStateVector(base));
      return {
        kind: "conflict",
        conflict: { seq, lacks, theirs: textOf(doc), mine, revisionId: `conflict-${kept.length}` },
      };
    }
    if (write.baseSeq > seq)
      return { kind: "refused", why: "This change builds on text that was never stored.", unreadable: true };
    updates.push(write.update);
    const answer: WriteAnswer = { kind: "stored", seq: seq + 1, savedAt: new Date(clock.now()) };
    answered.set(write.writeId, answer);
    return answer;
  };

  return {
    sent,
    kept,
    get seq() {
      return updates.length - 1;
    },
    text: () => textOf(mergedDocument(updates)),
    load: () => ({ seq: updates.length - 1, doc: mergedDocument(updates) }),
    /** The next writes are answered with these instead; `lost` never arrives, `lostAnswer` is stored and answers nothing. */
    answerNext: (...answers: (WriteAnswer | "lost" | "lostAnswer")[]) => void scripted.push(...answers),
    /** Writes wait until the answer is released. */
    hold() {
      let release = () => {};
      gate = new Promise((resolve) => {
        release = resolve;
      });
      return () => release();
    },
    /** Back to the first state, as after restoring a backup. */
    restore() {
      updates = [first];
      answered.clear();
    },
    async send(write: Write): Promise<WriteAnswer> {
      sent.push(write);
      const answer = scripted.shift();
      if (answer === "lost") throw new TypeError("Failed to fetch");
      if (answer === "lostAnswer") store(write);
      if (answer === "lostAnswer") throw new TypeError("Failed to fetch");
      await gate;
      return answer ?? store(write);
    },
  };
}

/** The browser's store, in memory. */
export function memoryStore() {
  const kept = new Map<number, Uint8Array>();
  const store: UnsentStore = {
    works: true,
    async keep(number, update) {
      kept.set(number, update);
    },
    async forget(upTo) {
      for (const number of kept.keys()) if (number <= upTo) kept.delete(number);
    },
  };
  return { ...store, updates: () => [...kept.values()] };
}

/** Types at the end of the headline or of the body's last paragraph. */
export function type(doc: Y.Doc, words: string, field: "headline" | "body" = "body") {
  const block = doc.getXmlFragment(field).toArray().at(-1);
  if (!(block instanceof Y.XmlElement)) throw new Error(`Nowhere to type in ${field}.`);
  const text = block.toArray().at(-1);
  if (text instanceof Y.XmlText) text.insert(text.length, words);
  else block.push([new Y.XmlText(words)]);
}
