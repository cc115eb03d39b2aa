import { HocuspocusProviderWebsocket } from "@hocuspocus/provider";
import type { Awareness } from "y-protocols/awareness";
import type { Doc } from "yjs";
import { schemaNumber } from "#newsroom/body/schema-number";
import { type Greeting, type News, newsIn, type Refused, refusalIn } from "#newsroom/stories/document/live-protocol";
import { AcknowledgedProvider } from "./saving/acknowledged-provider.ts";
import { alarm, type Clock } from "./saving/clock.ts";

export interface LinkParts {
  storyId: string;
  personId: string;
  generation: number;
  doc: Doc;
  /** `wss://…/collab`. */
  address: string;
  clock: Clock;
  typed(): number;
  hear: {
    acknowledged(upTo: number): void;
    news(news: News): void;
    /** Let in, to write or only to look. */
    admitted(mayWrite: boolean): void;
    refused(refusal: Refused): void;
    /** There is a connection, or there is none. */
    connected(isConnected: boolean): void;
  };
  /** In tests, with the headers that a browser would send. */
  WebSocket?: typeof WebSocket;
}

/** A window's connection to a story's document. */
export interface StoryLink {
  awareness: Awareness;
  /** Asks for everything anew over a new connection, with the cookies of now. */
  renew(): void;
  /** The browser knows that there is no network, or that there is again. */
  online(isOnline: boolean): void;
  close(): void;
}

const unavailable: Refused = { why: "unavailable", words: "" };

/** After which time one asks again; null: not by itself. */
const askAgainMs: Record<Refused["why"], number | null> = {
  changed: 0,
  gap: 0,
  flooding: 2_000,
  unavailable: 1_500,
  unfit: 5_000,
  signedOut: 20_000,
  barred: 60_000,
  otherPerson: null,
  outdated: null,
  startOver: null,
};

/** What does not let a window in, or turn it away, within so long is a proxy that says nothing, or a program that is gone. */
const answerMs = 15_000;

/** A connection that can be given up at once, for another. */
class Socket extends HocuspocusProviderWebsocket {
  cut(): void {
    this.emit("close", { event: { code: 4000, reason: "" } });
  }
}

/** Keeps a window connected: comes back by itself after every loss, and tells what becomes of what was sent. */
export function storyLink({
  storyId,
  personId,
  generation,
  doc,
  address,
  clock,
  typed,
  hear,
  ...more
}: LinkParts): StoryLink {
  const again = alarm(clock);
  const unanswered = alarm(clock);
  const socket = new Socket({
    url: address,
    delay: 500,
    minDelay: 250,
    maxDelay: 5_000,
    messageReconnectTimeout: 20_000,
    ...(more.WebSocket && { WebSocketPolyfill: more.WebSocket }),
    onStatus: ({ status }) => {
      if (status === "connecting") unanswered.set(answerMs, renew);
      if (status === "disconnected") unanswered.clear();
      hear.connected(status === "connected");
    },
  });
  const greeting: Greeting = { schema: schemaNumber, generation, client: doc.clientID, person: personId };
  const provider = new AcknowledgedProvider(
    {
      websocketProvider: socket,
      name: storyId,
      document: doc,
      token: JSON.stringify(greeting),
      onAuthenticated: ({ scope }) => {
        again.clear();
        unanswered.clear();
        hear.admitted(scope === "read-write");
      },
      onAuthenticationFailed: ({ reason }) => refused(refusalIn(reason) ?? unavailable),
      onClose: ({ event }) => {
        const refusal = refusalIn(event.reason);
        if (refusal) refused(refusal);
        // The document was closed though the connection stands: nobody else will ask again.
        else if (socket.status === "connected") refused(unavailable);
      },
      onStateless: ({ payload }) => {
        const news = newsIn(payload);
        if (news) hear.news(news);
      },
    },
    { typed, acknowledged: hear.acknowledged },
  );
  provider.attach();

  function refused(refusal: Refused): void {
    unanswered.clear();
    hear.refused(refusal);
    const wait = askAgainMs[refusal.why];
    if (wait !== null) again.set(wait, renew);
  }

  function renew(): void {
    again.clear();
    if (!socket.shouldConnect) return;
    if (socket.status === "disconnected") void socket.connect();
    else socket.cut();
  }

  if (!provider.awareness) throw new Error("A window shows itself to the others.");
  return {
    awareness: provider.awareness,
    renew,
    online(isOnline) {
      if (isOnline) void socket.connect();
      else {
        socket.shouldConnect = false;
        socket.cut();
      }
    },
    close() {
      again.clear();
      unanswered.clear();
      provider.destroy();
      socket.destroy();
    },
  };
}
