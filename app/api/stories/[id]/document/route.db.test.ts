import { beforeAll, beforeEach, expect, it } from "vitest";
import * as Y from "yjs";
import { schemaNumber } from "#newsroom/body/schema-number";
import type { StaffActor } from "#newsroom/kernel/actor";
import { newId } from "#newsroom/kernel/ids";
import { aSession } from "#newsroom/people/testing";
import { documentOf } from "#newsroom/stories/document/document";
import { aNewsroom, aPerson, aStory, typing } from "#newsroom/stories/testing";
import { headersOf, inRequest, ourSite } from "../../../../../testing/doors/next-request.ts";
import { GET, POST } from "./route.ts";

/** Who asks next, and from a page of which site. */
const asking = { actor: null as StaffActor | null, origin: ourSite as string | null };
const asked = async (call: () => Promise<Response>) => {
  const session = asking.actor && (await aSession(asking.actor.id));
  return answered(await inRequest("action", await headersOf(session?.token ?? null, asking.origin), call));
};

let author: StaffActor;
beforeAll(async () => {
  await aNewsroom();
  author = await aPerson("author");
});
beforeEach(() => {
  Object.assign(asking, { actor: author, origin: ourSite });
});

const here = (id: string) => ({ params: Promise.resolve({ id }) });
const url = `${ourSite}/api/stories/x/document`;
const read = (id: string) => asked(() => GET(new Request(url), here(id)));
const write = (id: string, body: unknown) => {
  const request = new Request(url, { method: "POST", body: typeof body === "string" ? body : JSON.stringify(body) });
  return asked(() => POST(request, here(id)));
};
const answered = async (response: Response) => {
  expect(response.headers.get("cache-control")).toBe("no-store");
  return { status: response.status, ...(await response.json()) };
};
const update = (text: Parameters<typeof documentOf>[0]) => ({
  writeId: newId(),
  baseSeq: 0,
  update: Buffer.from(documentOf(text)).toString("base64"),
});

function nested(levels: number) {
  const doc = new Y.Doc();
  doc.transact(() => {
    let around: Y.XmlFragment = doc.getXmlFragment("body");
    for (let level = 0; level < levels; level++) {
      const quoted = new Y.XmlElement("blockquote");
      around.insert(0, [quoted]);
      around = quoted;
    }
  });
  return { writeId: newId(), baseSeq: 0, update: Buffer.from(Y.encodeStateAsUpdate(doc)).toString("base64") };
}

it("stores what was typed and gives it back", async () => {
  const { storyId } = await aStory({ by: author });
  expect(await write(storyId, await typing(storyId, "For three days."))).toMatchObject({
    status: 200,
    seq: 1,
    wordCount: 5,
  });
  expect(await read(storyId)).toMatchObject({ status: 200, seq: 1 });
});

it.each(["019a0000-0000-7000-8000-000000000001", "nothing", "../../etc/passwd", "a\u0000b", ""])(
  "answers 404 to a question for %j, and a refusal to a write",
  async (id) => {
    expect(await read(id)).toMatchObject({ status: 404, fault: "notFound" });
    expect([400, 404]).toContain((await write(id, update({}))).status);
  },
);

it.each([
  ["no JSON", "{"],
  ["no object", "[1]"],
  ["nothing", ""],
  ["a base that is none", { writeId: newId(), baseSeq: -1, update: "AAA=" }],
  ["no base64", { writeId: newId(), baseSeq: 0, update: "%%%" }],
  ["no update", { writeId: newId(), baseSeq: 0, update: "CQkJ" }],
  ["a NUL byte", update({ headline: "a\u0000b" })],
  ["20,000 levels of nesting", nested(20_000)],
  ["a headline of 10,000 characters", update({ headline: "x".repeat(10_000) })],
])("answers 400 to %s, and keeps the good copy", async (_what, body) => {
  const { storyId } = await aStory({ by: author });
  expect(await write(storyId, body)).toMatchObject({ status: 400, ok: false, fault: "invalid" });
  expect(await read(storyId)).toMatchObject({ status: 200, seq: 0 });
});

it("answers 400 to words under another's Yjs client and to a suggestion in another name, and takes what is there already", async () => {
  const { storyId } = await aStory({ by: author });
  const editor = await aPerson("editor");
  const held = new Y.Doc();
  const sent = (from: Uint8Array, baseSeq: number) => ({
    writeId: newId(),
    baseSeq,
    update: Buffer.from(from).toString("base64"),
  });
  const hold = async () => Y.applyUpdate(held, Buffer.from((await read(storyId)).update, "base64"));
  await hold();
  const insert = (words: string, marks?: Record<string, unknown>) => {
    const before = Y.encodeStateVector(held);
    const paragraph = new Y.XmlElement("paragraph");
    const text = new Y.XmlText();
    text.insert(0, words, marks);
    paragraph.insert(0, [text]);
    held.getXmlFragment("body").push([paragraph]);
    return Y.encodeStateAsUpdate(held, before);
  };
  expect(await write(storyId, sent(insert("Of the author."), 0))).toMatchObject({ status: 200, seq: 1 });
  asking.actor = editor;
  expect(await write(storyId, sent(insert("Not of the author."), 1))).toMatchObject({
    status: 400,
    issues: [{ message: expect.stringContaining("somebody else") }],
  });

  const again = new Y.Doc();
  Y.applyUpdate(again, Buffer.from((await read(storyId)).update, "base64"));
  const insertion = { id: newId(), by: author.id, at: new Date().toISOString() };
  const first = (again.getXmlFragment("body").get(0) as Y.XmlElement).get(0) as Y.XmlText;
  first.insert(0, "Proposed. ", { insertion });
  expect(await write(storyId, sent(Y.encodeStateAsUpdate(again), 1))).toMatchObject({
    status: 400,
    issues: [{ message: expect.stringContaining("name") }],
  });
  const own = new Y.Doc();
  Y.applyUpdate(own, Buffer.from((await read(storyId)).update, "base64"));
  ((own.getXmlFragment("body").get(0) as Y.XmlElement).get(0) as Y.XmlText).insert(0, "Proposed. ", {
    insertion: { ...insertion, by: editor.id },
  });
  expect(await write(storyId, sent(Y.encodeStateAsUpdate(own), 1))).toMatchObject({ status: 200, seq: 2 });
});

it("answers 409 to a program that knows less than the text may hold, and asks as much of others as one that knows more", async () => {
  const { storyId } = await aStory({ by: author });
  const send = async (words: string, schema?: number) => {
    const { schema: _, ...write } = await typing(storyId, words);
    return { ...write, ...(schema !== undefined && { schema }) };
  };
  expect(await read(storyId)).toMatchObject({ status: 200, schema: 1 });
  expect(await write(storyId, await send("Of a program that says nothing."))).toMatchObject({ status: 200, seq: 1 });
  expect(await write(storyId, await send("Of one that knows all.", schemaNumber))).toMatchObject({
    status: 200,
    seq: 2,
  });
  expect(await read(storyId)).toMatchObject({ seq: 2, schema: schemaNumber });
  for (const schema of [undefined, schemaNumber - 1])
    expect(await write(storyId, await send("Of an older one.", schema))).toMatchObject({
      status: 409,
      fault: "conflict",
      detail: { schema: schemaNumber },
    });
  // Else no editor could write there any more.
  for (const schema of [schemaNumber + 1, 0, "6"])
    expect(await write(storyId, { ...(await send("Of none.")), schema })).toMatchObject({ status: 400 });
  expect(await read(storyId)).toMatchObject({ seq: 2, schema: schemaNumber });
});

it("answers 409 with both texts to what was written on top of something older", async () => {
  const { storyId } = await aStory({ by: author });
  const stale = await typing(storyId, "Mine.", 0);
  await write(storyId, await typing(storyId, "Theirs."));
  const answer = await write(storyId, stale);
  expect(answer).toMatchObject({ status: 409, fault: "conflict", detail: { seq: 1, revisionId: stale.writeId } });
  expect(JSON.stringify(answer.detail.mine)).toContain("Mine.");
  expect(JSON.stringify(answer.detail.theirs)).toContain("Theirs.");
});

it("answers 401 to nobody, 403 to another page and to another's story, and 404 to who may not read it", async () => {
  const { storyId } = await aStory({ by: author, confidential: true });
  asking.actor = await aPerson("author");
  expect(await read(storyId)).toMatchObject({ status: 404 });
  expect(await write(storyId, await typing(storyId, "x"))).toMatchObject({ status: 404 });
  const open = await aStory({ by: author });
  expect(await write(open.storyId, await typing(open.storyId, "x"))).toMatchObject({ status: 403 });
  asking.actor = null;
  expect(await read(storyId)).toMatchObject({ status: 401 });
  expect(await write(storyId, update({}))).toMatchObject({ status: 401 });
  asking.actor = author;
  for (const origin of [null, "null", "https://evil.example"]) {
    asking.origin = origin;
    expect(await write(storyId, await typing(storyId, "x"))).toMatchObject({ status: 403 });
  }
  asking.origin = null;
  expect(await read(storyId)).toMatchObject({ status: 200 });
});
