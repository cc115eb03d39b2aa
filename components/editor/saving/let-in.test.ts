import { expect, it } from "vitest";
import * as Y from "yjs";
import { handClock, memoryStore } from "../testing.ts";
import { documentSync } from "./document-sync.ts";

/** A connection that stands, and over which nothing comes. */
class SilentSocket extends EventTarget {
  readyState = 0;
  binaryType = "arraybuffer";
  constructor() {
    super();
    queueMicrotask(() => {
      this.readyState = 1;
      this.dispatchEvent(new Event("open"));
    });
  }
  send(): void {}
  close(): void {
    this.readyState = 3;
  }
}

it("a window that is never let in does not go on saying that all is well", async () => {
  const clock = handClock();
  const sync = documentSync({
    storyId: "story",
    personId: "aigul",
    generation: 1,
    doc: new Y.Doc(),
    seq: 3,
    savedAt: null,
    address: "ws://newsroom.invalid/collab",
    clock,
    unsent: memoryStore(),
    onStartOver() {},
    WebSocket: SilentSocket as unknown as typeof WebSocket,
  });
  await clock.advance(7_000);
  expect(sync.state()).toEqual({ kind: "saved", at: null });
  await clock.advance(1_000);
  expect(sync.state()).toEqual({ kind: "offline", count: 0 });
  sync.close();
});
