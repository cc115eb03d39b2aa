// Hocuspocus prints what it cannot handle by itself: nothing that a window sends may lead there.

import { IncomingMessage, MessageType } from "@hocuspocus/server";
import { afterAll, afterEach, beforeAll, beforeEach, expect, it, vi } from "vitest";
import * as Y from "yjs";
import { cookieName, sealed } from "#lib/sealed-session";
import { schemaNumber } from "#newsroom/body/schema-number";
import { newId } from "#newsroom/kernel/ids";
import { aStaff } from "#newsroom/people/testing";
import { aNewsroom, aStory } from "#newsroom/stories/testing";
import { threshold } from "./load.ts";
import { aCollabServer, type Served } from "./testing.ts";

let at: Served;
const printed: unknown[][] = [];
const logged: string[] = [];
beforeAll(async () => {
  await aNewsroom();
  at = await aCollabServer();
});
beforeEach(() => {
  for (const level of ["error", "warn", "log"] as const)
    vi.spyOn(console, level).mockImplementation((...words) => void printed.push(words));
  vi.spyOn(process.stderr, "write").mockImplementation((line) => Boolean(logged.push(String(line))));
});
afterEach(() => {
  vi.restoreAllMocks();
  printed.length = 0;
  logged.length = 0;
});
afterAll(() => at.close());

const soon = <Result>(check: () => Result | Promise<Result>) => vi.waitFor(check, { timeout: 8_000, interval: 10 });

type Part = number | string | Uint8Array;
const utf8 = new TextEncoder();

/** A message as windows write them: numbers in steps of seven bits, and lengths before whatever is longer. */
const message = (...parts: Part[]): Uint8Array => new Uint8Array(parts.flatMap(written));
function written(part: Part): number[] {
  if (typeof part === "number") return part > 127 ? [(part & 127) | 128, ...written(part >>> 7)] : [part];
  const bytes = typeof part === "string" ? utf8.encode(part) : part;
  return [...written(bytes.length), ...bytes];
}
const broken = new Uint8Array([255, 255, 255, 255, 1, 9]);

/** A socket with a person's cookie, on which anything can be sent. */
async function aSocket() {
  const person = await aStaff({ role: "editor" });
  const { storyId } = await aStory();
  const cookie = `${cookieName("session")}=${encodeURIComponent(await sealed(person.token))}`;
  const socket = new WebSocket(`${at.url.replace("http", "ws")}/collab`, {
    headers: { cookie, origin: at.url },
  } as unknown as string[]);
  socket.binaryType = "arraybuffer";
  /** The kinds of what the newsroom says. */
  const heard: number[] = [];
  socket.addEventListener("message", ({ data }) => {
    const said = new IncomingMessage(new Uint8Array(data));
    said.readVarString();
    heard.push(said.readVarUint());
  });
  await new Promise((resolve) => socket.addEventListener("open", resolve, { once: true }));
  const token = JSON.stringify({ schema: schemaNumber, generation: 1, client: 7, person: person.id });
  return {
    socket,
    storyId,
    heard,
    send: (...messages: Uint8Array[]) => messages.forEach((bytes) => void socket.send(bytes)),
    async comeIn() {
      socket.send(message(storyId, 2, 0, token));
      await soon(() => expect(heard.length).toBeGreaterThan(0));
    },
  };
}

it.each<[string, (storyId: string) => Uint8Array[]]>([
  ["nothing at all", () => [new Uint8Array()]],
  ["noise", () => [broken]],
  ["the name of no story", () => [message("__proto__", 2, 0, "{}", "4.0.0")]],
  ["the name of no story, in a session", () => [message("constructor\0one", 3)]],
  ["a word that ends too early", (id) => [message(id, 2, 0).slice(0, -1)]],
  ["a word of no kind", (id) => [message(id, 77)]],
  ["a word that is for the newsroom alone", (id) => [message(id, 6, "x")]],
  ["another half of signing in", (id) => [message(id, 2, 1, "x")]],
  ["a state that is none", (id) => [message(id, 0, 0, broken)]],
  ["a whole text that is none", (id) => [message(id, 0, 1, broken)]],
  ["an unknown step", (id) => [message(id, 0, 9, broken)]],
  ["a caret that is none", (id) => [message(id, 1, message(1, 7, 1, "{"))]],
  ["a caret of nobody", (id) => [message(id, 1, message(1, 7, 1, "7"))]],
])("a window that is in and sends %s is closed, and told of in our log alone", async (_what, hostile) => {
  const { socket, storyId, send, comeIn } = await aSocket();
  await comeIn();
  send(...hostile(storyId));
  await soon(() => expect(socket.readyState).toBe(WebSocket.CLOSED));
  expect(printed).toEqual([]);
  expect(logged.join("")).toContain("A window sent what cannot be read");
  expect(Object.hasOwn(Object.prototype, "providerVersion")).toBe(false);
});

it("a change that cannot be read is refused, and printed nowhere", async () => {
  const { storyId, send, comeIn, heard } = await aSocket();
  await comeIn();
  send(message(storyId, 0, 2, broken), message(storyId, 0, 2, broken));
  await soon(() => expect(heard).toContain(MessageType.CLOSE));
  expect(printed).toEqual([]);
});

it.each<[string, (storyId: string) => Uint8Array[]]>([
  ["too many words", (id) => Array.from({ length: threshold.messages + 1 }, () => message(id, 3))],
  [
    "too long ones",
    (id) => [message(id, 0, 2, Y.encodeStateAsUpdate(new Y.Doc())), message(id, 5, "x".repeat(threshold.bytes))],
  ],
  ["more than anybody would read first", (id) => [message(id, 0, 1, new Uint8Array(threshold.bytes).fill(255))]],
  ["for too many stories", () => Array.from({ length: threshold.stories + 1 }, () => message(newId(), 3))],
])("a window that is not in and sends %s is closed, and told of in our log alone", async (_what, hostile) => {
  const { socket, storyId, send } = await aSocket();
  send(...hostile(storyId));
  await soon(() => expect(socket.readyState).toBe(WebSocket.CLOSED));
  expect(printed).toEqual([]);
  expect(logged.join("")).toContain("before it was let in");
});
