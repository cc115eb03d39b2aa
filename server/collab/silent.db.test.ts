// A hotel's proxy lets a socket through and passes nothing on, or a program is gone behind it: a window tries another one by itself.
import { createHash } from "node:crypto";
import { once } from "node:events";
import http from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, expect, it, vi } from "vitest";
import * as Y from "yjs";
import { deskDb } from "#lib/db/desk";
import { aStaff } from "#newsroom/people/testing";
import { newestDocument, storedDocument } from "#newsroom/stories/document/document-store";
import { aNewsroom, aStory } from "#newsroom/stories/testing";
import { documentSync, fromNewsroom } from "../../components/editor/saving/document-sync.ts";
import { handClock, memoryStore } from "../../components/editor/testing.ts";
import { aBrowser, storedText } from "../../testing/editor-window.ts";
import { aCollabServer, type Served } from "./testing.ts";

let at: Served;
let silent: Awaited<ReturnType<typeof aSilentProxy>>;
beforeAll(async () => {
  await aNewsroom();
  [at, silent] = await Promise.all([aCollabServer(), aSilentProxy()]);
});
afterAll(() => Promise.all([at.close(), silent.close()]));

const soon = (check: () => void | Promise<void>) => vi.waitFor(check, { timeout: 9_000, interval: 10 });

/** Takes sockets, greets those that it is asked to greet, and never says a word on them. */
async function aSilentProxy() {
  const greeted: boolean[] = [];
  const server = http.createServer();
  server.on("upgrade", (request, socket) => {
    const isGreeted = !request.url?.endsWith("mute");
    greeted.push(isGreeted);
    const key = `${request.headers["sec-websocket-key"]}258EAFA5-E914-47DA-95CA-C5AB0DC85B11`;
    const accept = createHash("sha1").update(key).digest("base64");
    const lines = ["HTTP/1.1 101 Switching Protocols", "Upgrade: websocket", "Connection: Upgrade"];
    if (isGreeted) socket.write([...lines, `Sec-WebSocket-Accept: ${accept}`, "", ""].join("\r\n"));
    socket.on("error", () => {});
  });
  await once(server.listen(0, "127.0.0.1"), "listening");
  const { port } = server.address() as AddressInfo;
  return {
    url: `ws://127.0.0.1:${port}/`,
    greeted,
    async close() {
      server.closeAllConnections();
      server.close();
    },
  };
}

it("a window that is answered by nobody asks again, however often, and what was typed meanwhile arrives", async () => {
  const person = await aStaff({ role: "editor" });
  const { storyId } = await aStory();
  const { WebSocket: Real } = await aBrowser(at.url, person);
  const ways = ["", "mute", ""];
  class Proxied extends Real {
    constructor(address: string) {
      const way = ways.shift();
      super(way === undefined ? address : `${silent.url}${way}`);
    }
  }
  const doc = new Y.Doc();
  const stored = await storedDocument(deskDb(), storyId);
  Y.applyUpdate(doc, Y.encodeStateAsUpdate(newestDocument(stored)), fromNewsroom);
  const clock = handClock();
  const sync = documentSync({
    storyId,
    personId: person.id,
    generation: stored.generation,
    doc,
    seq: stored.seq,
    savedAt: null,
    address: `${at.url.replace("http", "ws")}/collab`,
    unsent: memoryStore(),
    clock,
    onStartOver: () => {},
    WebSocket: Proxied as typeof WebSocket,
  });
  const paragraph = new Y.XmlElement("paragraph");
  paragraph.insert(0, [new Y.XmlText("Typed in a hotel.")]);
  doc.getXmlFragment("body").push([paragraph]);
  for (const count of [1, 2, 3]) {
    await soon(() => expect(silent.greeted).toHaveLength(count));
    await clock.advance(15_000);
  }
  await soon(() => expect(sync.state().kind).toBe("saved"));
  expect(silent.greeted).toEqual([true, false, true]);
  expect(await storedText(storyId)).toContain("Typed in a hotel.");
  sync.close();
});
