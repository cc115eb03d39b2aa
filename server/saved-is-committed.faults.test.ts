import fs from "node:fs";
import { afterAll, beforeAll, expect, it } from "vitest";
import * as Y from "yjs";
import "#newsroom/wiring";
import { closeDatabase } from "#lib/db/connect";
import { parseSettings } from "#lib/env";
import { schemaNumber } from "#newsroom/body/schema-number";
import { plainText } from "#newsroom/body/text";
import { system } from "#newsroom/kernel/actor";
import { newId } from "#newsroom/kernel/ids";
import { createStory } from "#newsroom/stories/commands/create-story";
import { mergedDocument, textOf } from "#newsroom/stories/document/document";
import { storyDocument } from "#newsroom/stories/document/document-queries";
import { announceDatabase, databaseInUse } from "#server/database";
import { aFolder, aFreePort, type Running, run, untilReady } from "../testing/program.ts";

const admin = { email: "chief@newsroom.example", password: "seven herons over Naryn" };
const rounds = 3;
const actor = system("the test");
let folder: string;
let address: string;
let program: Running;

beforeAll(async () => {
  folder = aFolder();
  address = `http://localhost:${await aFreePort()}`;
  await startProgram();
  const database = await databaseInUse(parseSettings({ DATA_DIR: folder }), folder);
  if (!database) throw new Error("The program does not run.");
  announceDatabase(database);
}, 240_000);

afterAll(async () => {
  await closeDatabase();
  program.child.kill("SIGTERM");
  await program.ended;
  fs.rmSync(folder, { recursive: true, force: true });
}, 60_000);

async function startProgram(): Promise<void> {
  program = run("server/main.ts", {
    env: {
      DATA_DIR: folder,
      PORT: new URL(address).port,
      SITE_URL: address,
      SEED: "none",
      ADMIN_EMAIL: admin.email,
      ADMIN_PASSWORD: admin.password,
      RATES_URL: "http://127.0.0.1:9/none.json",
    },
  });
  await untilReady(program, address, 200_000);
}

async function signedIn(): Promise<string> {
  const cookiesOf = (response: Response) =>
    response.headers
      .getSetCookie()
      .map((cookie) => cookie.split(";")[0])
      .join("; ");
  const asked = await fetch(`${address}/api/auth/csrf`);
  const { csrfToken } = (await asked.json()) as { csrfToken: string };
  const answer = await fetch(`${address}/api/auth/callback/credentials`, {
    method: "POST",
    redirect: "manual",
    headers: {
      cookie: cookiesOf(asked),
      origin: address,
      "content-type": "application/x-www-form-urlencoded",
    },
    body: new URLSearchParams({ ...admin, csrfToken }),
  });
  return cookiesOf(answer);
}

/** Sends a paragraph on top of `seq` updates; answers the new count once the program says that it is saved. */
async function write(doc: Y.Doc, storyId: string, words: string, seq: number, cookie: string): Promise<number> {
  const before = Y.encodeStateVector(doc);
  const paragraph = new Y.XmlElement("paragraph");
  paragraph.insert(0, [new Y.XmlText(words)]);
  doc.getXmlFragment("body").push([paragraph]);
  const update = Buffer.from(Y.encodeStateAsUpdate(doc, before)).toString("base64");
  const response = await fetch(`${address}/api/stories/${storyId}/document`, {
    method: "POST",
    headers: { cookie, origin: address, "content-type": "application/json" },
    body: JSON.stringify({ writeId: newId(), baseSeq: seq, schema: schemaNumber, update }),
  });
  expect(response.status).toBe(200);
  return ((await response.json()) as { seq: number }).seq;
}

it("what was said to be saved is there after the program was killed in the middle of writing", async () => {
  const storyId = newId();
  await createStory(actor, { id: storyId, text: { headline: "Killed while writing" } });
  const cookie = await signedIn();
  const saved: string[] = [];
  for (let round = 0; round < rounds; round++) {
    const stored = await storyDocument(actor, storyId);
    const doc = mergedDocument([Buffer.from(stored.update, "base64")]);
    let { seq } = stored;
    for (let n = 0; n < 12; n++) {
      const words = `round ${round}, word ${n}.`;
      seq = await write(doc, storyId, words, seq, cookie);
      saved.push(words);
    }
    // One more is on its way when the program is killed: it may be stored or not, but the saved ones are.
    const onItsWay = write(doc, storyId, `round ${round}, the last.`, seq, cookie).catch(() => null);
    program.child.kill("SIGKILL");
    await Promise.all([program.ended, onItsWay]);
    await startProgram();
    const { update } = await storyDocument(actor, storyId);
    const text = plainText(textOf(mergedDocument([Buffer.from(update, "base64")])).body).split("\n");
    expect(text).toEqual(expect.arrayContaining(saved));
  }
}, 240_000);
