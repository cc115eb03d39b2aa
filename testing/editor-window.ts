// The editor's side of writing together, without a screen: what a window on a story sends, keeps and says.
import * as Y from "yjs";
import { deskDb } from "#lib/db/desk";
import { cookieName, sealed } from "#lib/sealed-session";
import { plainText } from "#newsroom/body/text";
import type { aStaff } from "#newsroom/people/testing";
import { textOf } from "#newsroom/stories/document/document";
import { newestDocument, storedDocument } from "#newsroom/stories/document/document-store";
import { browserClock } from "../components/editor/saving/clock.ts";
import { documentSync, fromNewsroom } from "../components/editor/saving/document-sync.ts";
import { memoryStore } from "../components/editor/testing.ts";

type Person = Awaited<ReturnType<typeof aStaff>>;

const cookieOf = async (token: string) => `${cookieName("session")}=${encodeURIComponent(await sealed(token))}`;

/** A browser, as far as its sockets go: one cookie, and a network that can be cut. `url`: of the newsroom. */
export async function aBrowser(url: string, person: Pick<Person, "token">) {
  let cookie = await cookieOf(person.token);
  let isCut = false;
  const sockets = new Set<WebSocket>();
  class BrowserSocket extends WebSocket {
    constructor(address: string) {
      // Node's own takes headers, as a browser sends its cookies.
      super(isCut ? "ws://127.0.0.1:9/collab" : address, { headers: { cookie, origin: url } } as unknown as string[]);
      sockets.add(this);
      this.addEventListener("close", () => sockets.delete(this));
    }
  }
  return {
    url,
    WebSocket: BrowserSocket as unknown as typeof WebSocket,
    async signIn(token: string) {
      cookie = await cookieOf(token);
    },
    cut() {
      isCut = true;
      for (const socket of sockets) socket.close();
    },
    mend() {
      isCut = false;
    },
  };
}

export type TestBrowser = Awaited<ReturnType<typeof aBrowser>>;

/** A story opened in a browser. */
export async function anEditor(browser: TestBrowser, person: Pick<Person, "id">, storyId: string) {
  const stored = await storedDocument(deskDb(), storyId);
  const doc = new Y.Doc();
  Y.applyUpdate(doc, Y.encodeStateAsUpdate(newestDocument(stored)), fromNewsroom);
  const unsent = memoryStore();
  let startedOver = 0;
  const taken: string[] = [];
  const sync = documentSync({
    storyId,
    personId: person.id,
    generation: stored.generation,
    doc,
    address: `${browser.url.replace("http", "ws")}/collab`,
    clock: browserClock,
    seq: stored.seq,
    savedAt: null,
    unsent,
    onStartOver: () => {
      startedOver++;
    },
    taking: { maybe: () => {}, gone: (words) => void taken.push(words) },
    WebSocket: browser.WebSocket,
  });
  return {
    doc,
    sync,
    unsent,
    /** Words that somebody else took away before they were stored. */
    taken,
    get startedOver() {
      return startedOver;
    },
    /** Types a paragraph at the end. */
    write(words: string) {
      const paragraph = new Y.XmlElement("paragraph");
      paragraph.insert(0, [new Y.XmlText(words)]);
      doc.getXmlFragment("body").push([paragraph]);
    },
    text: () => plainText(textOf(doc).body),
    close: () => sync.close(),
  };
}

export type TestEditor = Awaited<ReturnType<typeof anEditor>>;

/** The text of a story as the database has it. */
export const storedText = async (storyId: string): Promise<string> =>
  plainText(textOf(newestDocument(await storedDocument(deskDb(), storyId))).body);
