import { type Connection, type Document, Hocuspocus, OutgoingMessage, type WebSocketLike } from "@hocuspocus/server";
import * as Y from "yjs";
import { log } from "#lib/log";
import { documentSchema } from "#newsroom/body/annotations";
import type { News, RefusalReason } from "#newsroom/stories/document/live-protocol";
import { isMisplacing } from "#newsroom/stories/document/misplaced";
import { forgetPresence, notePresence, type Presence } from "#newsroom/stories/document/presence";
import { documentAccess, hex } from "#newsroom/stories/document/typing";
import { admitted } from "./admission.ts";
import type { Load } from "./load.ts";
import { Refusal } from "./refusal.ts";
import { Room, type Writer } from "./room.ts";
import { shownState } from "./shown-state.ts";

/** What is known of a window that was let in. */
interface Visitor extends Writer {
  id: string;
  client: number;
  isIdle: boolean;
  /** When it last sent text. */
  typedAt: number;
  /** What it had heard of when it came. */
  known: Map<number, number>;
}

/** Text comes to rest after a pause of so long, and in any case after so long. */
const settleMs = { quiet: 1_000, latest: 2_000 };
const syncStep1 = 0;
const syncStep2 = 1;

/** The stories that are open here, and who has them open. */
export interface Rooms {
  hocuspocus: Hocuspocus<Visitor>;
  /** Somebody stored more of this story, here or elsewhere: so many updates by now. */
  hear(storyId: string, seq: number): Promise<void>;
  /** The same for all stories that are open, after news may have been missed. */
  hearAll(): Promise<void>;
  /** Tells the windows that have this story open to ask for something anew. */
  tell(storyId: string, news: Extract<News, { kind: "comments" | "story" }>): void;
  /** Shows out who may not stay, and says who is here. */
  look(now: Date): Promise<void>;
  note(now: Date): Promise<void>;
  close(): Promise<void>;
}

/** `loadOf`: how much the socket behind a connection sends. */
export function openRooms(loadOf: (socket: WebSocketLike) => Load | undefined): Rooms {
  const rooms = new Map<string, Room>();
  /** What was told of stories that are being opened: their rooms may have read too early for it. */
  const told = new Map<string, number>();
  const closing = new AbortController();
  const hocuspocus = new Hocuspocus<Visitor>({
    quiet: true,
    timeout: 60_000,
    debounce: settleMs.quiet,
    maxDebounce: settleMs.latest,
    // Each update goes on at once: what a window is told of the count of updates must not run ahead of them.
    flushDelay: false,
    // What comes before a window is let in is counted where it arrives (Load): here it would be told past our log.
    maxUnauthenticatedQueueSize: Number.MAX_SAFE_INTEGER,
    maxUnauthenticatedQueueMessages: Number.MAX_SAFE_INTEGER,
    maxPendingDocuments: Number.MAX_SAFE_INTEGER,

    async onAuthenticate({ token, requestHeaders, documentName, connectionConfig }) {
      const visitor = await inOurLog("onAuthenticate", () =>
        admitted(documentName, token, requestHeaders.get("cookie")),
      );
      const room = rooms.get(documentName);
      // The text was put back, and its room has not heard of it yet, or is about to close: the next one will do.
      if (room && room.generation !== visitor.generation) throw new Refusal("unavailable");
      connectionConfig.readOnly = !visitor.mayWrite;
      return visitor;
    },
    async onLoadDocument({ document }) {
      await inOurLog("onLoadDocument", () => open(document));
    },
    async afterUnloadDocument({ documentName }) {
      rooms.delete(documentName);
    },
    async connected({ connection, context, documentName }) {
      const [room, load] = [rooms.get(documentName), loadOf(connection.webSocket)];
      load?.comesIn(connection.messageAddress);
      connection.onClose(() => load?.goesOut(connection.messageAddress));
      if (room) tell(connection, room.news());
      await quietly(() => notePresence([presenceOf(documentName, context)], new Date()));
    },
    async onDisconnect({ context }) {
      await quietly(() => forgetPresence([context.id]));
    },
    async beforeHandleMessage({ connection, update }) {
      await loadOf(connection.webSocket)?.turn(update.byteLength);
    },
    async afterHandleMessage({ connection, update }) {
      loadOf(connection.webSocket)?.leaves(update.byteLength);
    },
    async beforeSync({ type, payload, connection, documentName }) {
      // It is answered with the text: whoever asks for that again and again waits as if they sent it.
      if (type === syncStep1) await loadOf(connection.webSocket)?.turn(rooms.get(documentName)?.bytes ?? 0);
      // Two bytes are no change at all; what who may only read sends is refused by Hocuspocus itself, after this.
      if (type === syncStep1) connection.context.known = heardIn(payload);
      if (type === syncStep1 || connection.readOnly || payload.length <= 2) return;
      try {
        // Before it is acknowledged, so that who hears of it knows its place.
        for (const news of await take(documentName, payload, connection, type === syncStep2)) tell(connection, news);
      } catch (error) {
        if (!(error instanceof Refusal))
          log.error("What was typed could not be stored", { storyId: documentName, error });
        const refusal = error instanceof Refusal ? error : new Refusal("unavailable");
        if (refusal.isKept) acknowledge(connection);
        showOut(connection, refusal);
      }
    },
    async onChange({ document, connection }) {
      const room = rooms.get(document.name);
      if (!room) return;
      const news = JSON.stringify(room.news());
      document.broadcastStateless(news, (other) => other !== connection);
    },
    async onStoreDocument({ document }) {
      const room = rooms.get(document.name);
      if (room) await quietly(() => settle(room, document));
    },
    async beforeHandleAwareness({ states, context }) {
      for (const [client, state] of states) {
        if (client !== context?.client) states.delete(client);
        else states.set(client, shownState(state, context.actor));
      }
      if (context) context.isIdle = states.get(context.client)?.isIdle === true;
    },
  });

  async function open(document: Document): Promise<void> {
    const storyId = document.name;
    told.set(storyId, 0);
    try {
      const room = await Room.open(document, closing.signal);
      for (let seq = told.get(storyId); seq; seq = told.get(storyId)) {
        told.set(storyId, 0);
        if (!(await room.catchUp(seq))) throw new Refusal("startOver");
      }
      rooms.set(storyId, room);
      document.on("afterTransaction", (transaction: Y.Transaction) => {
        // Nobody can write in a text that cannot be shown: it does not wait until it comes to rest.
        if (isMisplacing(documentSchema, transaction, document.getXmlFragment("body"))) void restNow(room, document);
      });
    } finally {
      told.delete(storyId);
    }
  }

  async function take(storyId: string, update: Uint8Array, connection: Connection<Visitor>, isWhole: boolean) {
    const visitor = connection.context;
    const room = rooms.get(storyId);
    if (!room) throw new Refusal("unavailable");
    if (visitor.generation !== room.generation) throw new Refusal("startOver");
    makeWayFor(visitor, room.document);
    visitor.typedAt = Date.now();
    return room.take(update, connection, isWhole ? visitor.known : null);
  }

  /** One after the other with what Hocuspocus does by itself. */
  async function restNow(room: Room, document: Document): Promise<void> {
    await document.saveMutex.runExclusive(() => quietly(() => settle(room, document)));
    // Where the last window went meanwhile, nothing else does.
    if (hocuspocus.documents.get(document.name) === document) await hocuspocus.unloadDocument(document);
  }

  async function settle(room: Room, document: Document): Promise<void> {
    const settled = await room.settle();
    if (!settled) return;
    if (settled.unfit) return closeAll(document, "startOver");
    broadcast(document, { kind: "length", tooLong: settled.tooLong?.message ?? null });
  }

  /** An editor that knows more writes here: the older ones must not see what it makes as something to write in. */
  function makeWayFor({ schema }: Visitor, document: Document): void {
    for (const other of document.getConnections())
      if ((other.context as Visitor).schema < schema) showOut(other, new Refusal("outdated"));
  }

  async function hear(storyId: string, seq: number): Promise<void> {
    const room = rooms.get(storyId);
    if (room && !(await room.catchUp(seq))) closeAll(room.document, "startOver");
    const before = told.get(storyId);
    if (before !== undefined) told.set(storyId, Math.max(before, seq));
  }

  const visits = () =>
    [...hocuspocus.documents.values()].flatMap((document) =>
      document.getConnections().map((connection) => ({
        connection,
        storyId: document.name,
        visitor: connection.context as Visitor,
      })),
    );

  return {
    hocuspocus,
    hear,
    async hearAll() {
      await Promise.all([...rooms.keys(), ...told.keys()].map((storyId) => hear(storyId, Number.MAX_SAFE_INTEGER)));
    },
    tell(storyId, news) {
      const document = hocuspocus.documents.get(storyId);
      if (document) broadcast(document, news);
    },
    async look(now) {
      const open = visits();
      const typingLately = new Set(
        open
          .filter(({ visitor }) => now.getTime() - visitor.typedAt < 60_000)
          .map(({ visitor }) => hex(visitor.tokenHash)),
      );
      const access = await documentAccess(
        open.map(({ storyId, visitor }) => ({ storyId, tokenHash: visitor.tokenHash })),
        now,
        (tokenHash) => typingLately.has(tokenHash),
      );
      for (const [at, { connection, visitor }] of open.entries()) {
        const may = access[at];
        if (!may || may.mayWrite === connection.readOnly) showOut(connection, new Refusal("changed"));
        else if (may.generation !== visitor.generation) showOut(connection, new Refusal("startOver"));
        else if (may.schema > visitor.schema) showOut(connection, new Refusal("outdated"));
        else {
          visitor.actor = may.actor;
          visitor.standing = may.standing;
        }
      }
    },
    async note(now) {
      await notePresence(
        visits().map(({ storyId, visitor }) => presenceOf(storyId, visitor)),
        now,
      );
    },
    async close() {
      closing.abort();
      for (const document of hocuspocus.documents.values()) closeAll(document, "unavailable");
      hocuspocus.flushPendingStores();
      await Promise.all([...rooms.values()].map((room) => quietly(() => room.leave())));
    },
  };
}

const presenceOf = (storyId: string, { id, actor, isIdle }: Visitor): Presence => ({
  id,
  storyId,
  staffId: actor.id,
  isIdle,
});

/** What a window says that it has heard of; nothing where it says that wrong. */
function heardIn(stateVector: Uint8Array): Map<number, number> {
  try {
    return Y.decodeStateVector(stateVector);
  } catch {
    return new Map();
  }
}

const tell = (connection: Connection, news: News): void => connection.sendStateless(JSON.stringify(news));
const broadcast = (document: Document, news: News): void => document.broadcastStateless(JSON.stringify(news));

const acknowledge = (connection: Connection): void =>
  connection.send(new OutgoingMessage(connection.messageAddress).writeSyncStatus(true).toUint8Array());

/** Closes the document for a window. Nothing that it still sends is taken. */
function showOut(connection: Connection, { code, reason, why }: Refusal): void {
  connection.readOnly = true;
  connection.close({ code, reason });
  log.info("A window was shown out of a story", { storyId: connection.document.name, why });
}

function closeAll(document: Document, why: RefusalReason): void {
  for (const connection of document.getConnections()) showOut(connection, new Refusal(why));
}

/** Hocuspocus prints what fails in a hook, if it has words: it goes to our log, and the window hears that it may try again. @throws Refusal */
async function inOurLog<Result>(hook: string, work: () => Promise<Result>): Promise<Result> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof Refusal) throw error;
    log.error("A story could not be opened for a window", { hook, error });
    throw new Refusal("unavailable");
  }
}

/** What may fail without harm: it is made good later. */
async function quietly(work: () => Promise<unknown>): Promise<void> {
  try {
    await work();
  } catch (error) {
    log.warn("A story's socket could not note something", { error });
  }
}
