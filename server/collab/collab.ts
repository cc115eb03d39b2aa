import type { IncomingMessage } from "node:http";
import type { Duplex } from "node:stream";
import { setTimeout as pause } from "node:timers/promises";
import type { WebSocketLike } from "@hocuspocus/server";
import crossws from "crossws/adapters/node";
import { isDatabaseAway } from "#lib/db/away";
import { hearChannel } from "#lib/db/channel";
import { log } from "#lib/log";
import { isOurOrigin } from "#lib/origin";
import { presenceEveryMs } from "#newsroom/stories/document/presence";
import { commentsToldAs, documentChannel, storyToldAs } from "#newsroom/stories/document/typing";
import { updateBytes } from "#newsroom/stories/document/update-check";
import { ownAddresses } from "../own-addresses.ts";
import { Load } from "./load.ts";
import { addressIn, isReadable } from "./message.ts";
import { openRooms } from "./rooms.ts";

/** Rights are looked at so often: who lost one is out within 5 seconds. */
const lookEveryMs = 2_000;
const goodbyeMs = 1_000;

export interface Collab {
  /** Takes a socket for a story's document; false for every other address. */
  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): boolean;
  /** Notes who has which story open, as it does by itself every so often. */
  note(now: Date): Promise<void>;
  close(): Promise<void>;
}

interface CollabOptions {
  siteUrl: string;
  /** For LISTEN: a direct connection. */
  ownerUrl: string;
}

/** Sockets at `/collab`, on which people write stories together. */
export function openCollab({ siteUrl, ownerUrl }: CollabOptions): Collab {
  const loads = new WeakMap<object, Load>();
  const rooms = openRooms((socket) => loads.get(socket));
  const clients = new Map<string, ReturnType<typeof rooms.hocuspocus.handleConnection>>();
  const sockets = crossws({
    serverOptions: { maxPayload: updateBytes + 64 * 1024 },
    hooks: {
      open(peer) {
        const socket = peer.websocket as WebSocketLike;
        loads.set(socket, new Load());
        clients.set(peer.id, rooms.hocuspocus.handleConnection(socket, peer.request as Request));
      },
      message(peer, message) {
        const bytes = message.uint8Array();
        const address = addressIn(bytes);
        const load = loads.get(peer.websocket);
        if (load?.arrives(bytes.byteLength) === false) return peer.close(1008, "Too much at once.");
        if (address !== null && load?.knocks(address, bytes.byteLength) === false) {
          log.warn("A window sent too much before it was let in", {});
          return peer.close(1008, "Too much at once.");
        }
        // Last, since it costs: nobody has to be signed in to send something here.
        if (address === null || !isReadable(bytes)) {
          log.warn("A window sent what cannot be read", { bytes: bytes.byteLength });
          return peer.close(1008, "This cannot be read.");
        }
        clients.get(peer.id)?.handleMessage(bytes);
      },
      close(peer, { code = 1000, reason = "" }) {
        clients.get(peer.id)?.handleClose({ code, reason });
        clients.delete(peer.id);
      },
      error(peer, error) {
        log.warn("A story's socket broke", { error });
        clients.get(peer.id)?.handleClose({ code: 1006, reason: "" });
        clients.delete(peer.id);
      },
    },
  });
  const bell = hearChannel({
    url: ownerUrl,
    channel: documentChannel,
    name: "chapar documents",
    onMessage: (message) => {
      const [storyId = "", what] = message.split(" ");
      if (what === commentsToldAs) rooms.tell(storyId, { kind: "comments" });
      else if (what === storyToldAs) rooms.tell(storyId, { kind: "story" });
      else void quietly(() => rooms.hear(storyId, Number(what)));
    },
    onOpen: () => void quietly(() => rooms.hearAll()),
    log,
  });
  const closing = new AbortController();
  const rounds = [
    everySoOften(lookEveryMs, closing.signal, () => rooms.look(new Date())),
    everySoOften(presenceEveryMs, closing.signal, () => rooms.note(new Date())),
  ];

  return {
    upgrade(request, socket, head) {
      if (new URL(request.url ?? "/", "http://here.invalid").pathname !== ownAddresses.collab) return false;
      const { origin = null, host = null } = request.headers as Record<string, string | undefined>;
      if (closing.signal.aborted) socket.end("HTTP/1.1 503 Service Unavailable\r\nConnection: close\r\n\r\n");
      else if (!isOurOrigin({ origin, host }, siteUrl))
        socket.end("HTTP/1.1 403 Forbidden\r\nConnection: close\r\n\r\n");
      else void sockets.handleUpgrade(request, socket, head);
      return true;
    },
    note: (now) => rooms.note(now),
    async close() {
      closing.abort();
      await Promise.all([...rounds, bell.close(), rooms.close()]);
      sockets.closeAll(1012, "The program stops.");
      // A window that is gone says no goodbye, and its socket would keep the port open for half a minute.
      setTimeout(() => sockets.closeAll(1012, "The program stops.", true), goodbyeMs).unref();
    },
  };
}

async function everySoOften(ms: number, signal: AbortSignal, work: () => Promise<unknown>): Promise<void> {
  while (!signal.aborted) {
    await pause(ms, undefined, { signal }).catch(() => {});
    if (!signal.aborted) await quietly(work);
  }
}

async function quietly(work: () => Promise<unknown>): Promise<void> {
  try {
    await work();
  } catch (error) {
    if (!isDatabaseAway(error)) log.error("Something about stories that are open went wrong", { error });
  }
}
