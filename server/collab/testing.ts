import http from "node:http";
import { HocuspocusProvider, HocuspocusProviderWebsocket, type onStatelessParameters } from "@hocuspocus/provider";
import { expect, vi } from "vitest";
import * as Y from "yjs";
import { env } from "#lib/env";
import { cookieName, sealed } from "#lib/sealed-session";
import { schemaNumber } from "#newsroom/body/schema-number";
import type { aStaff } from "#newsroom/people/testing";
import { type News, newsIn, type Refused, refusalIn } from "#newsroom/stories/document/live-protocol";
import { type Collab, openCollab } from "./collab.ts";

export interface Served {
  url: string;
  collab: Collab;
  /** A browser's window on a story of this server. */
  window(wishes: Omit<Wishes, "at">): Promise<TestWindow>;
  closeWindows(): void;
  /** With its windows. */
  close(): Promise<void>;
}

/** The sockets of the newsroom, on a port of their own. */
export async function aCollabServer(): Promise<Served> {
  const { DATABASE_OWNER_URL = "" } = env();
  const server = http.createServer((_request, response) => response.writeHead(404).end());
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  const port = typeof address === "object" && address ? address.port : 0;
  const origin = `http://127.0.0.1:${port}`;
  const collab = openCollab({ siteUrl: origin, ownerUrl: DATABASE_OWNER_URL });
  server.on("upgrade", (request, socket, head) => {
    if (!collab.upgrade(request, socket, head)) socket.destroy();
  });
  const windows: TestWindow[] = [];
  const served: Served = {
    url: origin,
    collab,
    async window(wishes) {
      const window = await aWindow({ at: served, ...wishes });
      windows.push(window);
      return window;
    },
    closeWindows() {
      for (const window of windows.splice(0)) window.close();
    },
    async close() {
      served.closeWindows();
      await collab.close();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
  return served;
}

/** A crosshead that only the look at the whole finds fault with: none has such a level. */
export function anUnfitCrosshead(...words: string[]): Y.XmlElement {
  const crosshead = new Y.XmlElement("crosshead");
  crosshead.setAttribute("level", 9 as never);
  crosshead.insert(
    0,
    words.map((text) => new Y.XmlText(text)),
  );
  return crosshead;
}

type Person = Awaited<ReturnType<typeof aStaff>>;

interface Wishes {
  person: Person;
  storyId: string;
  at: Served;
  origin?: string;
  schema?: number;
  generation?: number;
  claims?: string;
  doc?: Y.Doc;
}

/** A browser's window on a story: Hocuspocus' own client, with what the newsroom told it. */
async function aWindow({
  person,
  storyId,
  at,
  origin = at.url,
  schema = schemaNumber,
  generation = 1,
  ...more
}: Wishes) {
  const cookie = `${cookieName("session")}=${encodeURIComponent(await sealed(person.token))}`;
  const doc = more.doc ?? new Y.Doc();
  const news: News[] = [];
  const refusals: Refused[] = [];
  class BrowserSocket extends WebSocket {
    constructor(url: string) {
      // Node's own takes headers, as a browser sends its cookies.
      super(url, { headers: { cookie, origin } } as unknown as string[]);
    }
  }
  const socket = new HocuspocusProviderWebsocket({
    url: `${at.url.replace("http", "ws")}/collab`,
    WebSocketPolyfill: BrowserSocket,
    delay: 50,
    minDelay: 50,
    maxDelay: 200,
  });
  const note = (reason: string) => {
    const refusal = refusalIn(reason);
    if (refusal) refusals.push(refusal);
  };
  const provider = new HocuspocusProvider({
    websocketProvider: socket,
    name: storyId,
    document: doc,
    token: JSON.stringify({ schema, generation, client: doc.clientID, person: more.claims ?? person.id }),
    onStateless: ({ payload }: onStatelessParameters) => {
      const heard = newsIn(payload);
      if (heard) news.push(heard);
    },
    onAuthenticationFailed: ({ reason }) => note(reason),
    onClose: ({ event }) => note(event.reason),
  });
  provider.attach();
  return {
    doc,
    provider,
    news,
    refusals,
    get seq() {
      return news.reduce((most, heard) => (heard.kind === "stored" ? Math.max(most, heard.seq) : most), -1);
    },
    /** Types a paragraph at the end. */
    write(words: string) {
      const paragraph = new Y.XmlElement("paragraph");
      paragraph.insert(0, [new Y.XmlText(words)]);
      doc.getXmlFragment("body").push([paragraph]);
    },
    text: () => doc.getXmlFragment("body").toString(),
    close() {
      provider.destroy();
      socket.destroy();
    },
  };
}

export type TestWindow = Awaited<ReturnType<typeof aWindow>>;

export const synced = ({ provider }: TestWindow) =>
  soon(() => expect([provider.isSynced, provider.unsyncedChanges]).toEqual([true, 0]));

export const soon = <Result>(check: () => Result | Promise<Result>) =>
  vi.waitFor(check, { timeout: 8_000, interval: 10 });
