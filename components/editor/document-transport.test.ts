import { describe, expect, it } from "vitest";
import { emptyBody } from "#newsroom/body/body";
import { fromBase64, toBase64 } from "./base64.ts";
import { documentTransport } from "./document-transport.ts";

const text = { kicker: "", headline: "Snow", standfirst: "", teaser: "", body: emptyBody };
const write = { writeId: "w", baseSeq: 3, update: new Uint8Array([0, 250, 7]) };
const json = (status: number, value: unknown) => Response.json(value, { status });
const refusal = (fault: string, more: object = {}) => ({
  ok: false,
  fault,
  message: `It is ${fault}.`,
  issues: [],
  detail: {},
  requestId: "r",
  ...more,
});

const answerTo = (response: Response) => documentTransport("story", async () => response).send(write);

describe("what the newsroom answers to a write", () => {
  it("is a yes only when it says the new count and the time", async () => {
    expect(
      await answerTo(json(200, { seq: 4, savedAt: "2026-11-23T08:02:00.000Z", headline: "Snow", wordCount: 2 })),
    ).toEqual({
      kind: "stored",
      seq: 4,
      savedAt: new Date("2026-11-23T08:02:00Z"),
    });
    expect(await answerTo(json(200, {}))).toMatchObject({ kind: "broken" });
    expect(await answerTo(new Response("<html>", { status: 200 }))).toMatchObject({ kind: "broken" });
  });

  it("brings both texts in a conflict", async () => {
    const detail = {
      seq: 9,
      update: toBase64(new Uint8Array([1, 2])),
      theirs: text,
      mine: { ...text, headline: "Rain" },
      revisionId: "r",
    };
    expect(await answerTo(json(409, refusal("conflict", { detail })))).toEqual({
      kind: "conflict",
      conflict: {
        seq: 9,
        lacks: new Uint8Array([1, 2]),
        theirs: text,
        mine: { ...text, headline: "Rain" },
        revisionId: "r",
      },
    });
    expect(await answerTo(json(409, refusal("conflict")))).toMatchObject({ kind: "broken" });
  });

  it.each([
    [401, refusal("unauthenticated"), { kind: "signedOut" }],
    [403, refusal("forbidden"), { kind: "barred", why: "It is forbidden." }],
    [404, refusal("notFound"), { kind: "barred", why: "It is notFound." }],
    [
      400,
      refusal("invalid", { issues: [{ path: "headline", message: "long" }] }),
      { kind: "refused", why: "It is invalid.", unreadable: false },
    ],
    [
      400,
      refusal("invalid", { issues: [{ path: "baseSeq", message: "?" }] }),
      { kind: "refused", why: "It is invalid.", unreadable: true },
    ],
    [413, "too large", { kind: "refused", unreadable: false }],
    [429, refusal("tooMany", { detail: { retryAfterSeconds: 7 } }), { kind: "broken", retryAfterMs: 7_000 }],
    [500, refusal("broken"), { kind: "broken", why: "It is broken." }],
    [503, null, { kind: "broken", why: "the newsroom answered 503." }],
    [502, "<html>", { kind: "broken", why: "the newsroom answered 502." }],
  ])("%i", async (status, body, expected) => expect(await answerTo(json(status, body))).toMatchObject(expected));

  it("sends a small write so that it outlives its page, and never follows to a sign-in page", async () => {
    const sent: (RequestInit | undefined)[] = [];
    const transport = documentTransport("story", async (_address, init) => {
      sent.push(init);
      return json(200, { seq: 4, savedAt: new Date() });
    });
    await transport.send(write);
    await transport.send({ ...write, update: new Uint8Array(100_000) });
    expect(sent.map((init) => init?.keepalive)).toEqual([true, false]);
    expect(sent[0]?.redirect).toBe("manual");
    expect(JSON.parse(String(sent[0]?.body))).toEqual({ writeId: "w", baseSeq: 3, update: toBase64(write.update) });
  });
});

describe("the document anew", () => {
  it("is null when it cannot be had", async () => {
    expect(await documentTransport("s", async () => json(200, { seq: 2, update: "AAA=" })).load()).toEqual({
      seq: 2,
      update: "AAA=",
    });
    expect(await documentTransport("s", async () => json(401, refusal("unauthenticated"))).load()).toBeNull();
    expect(await documentTransport("s", () => Promise.reject(new TypeError("Failed to fetch"))).load()).toBeNull();
  });
});

it("base64 gives back every byte, of long updates too", () => {
  const bytes = Uint8Array.from({ length: 100_001 }, (_, n) => n % 256);
  expect(fromBase64(toBase64(bytes))).toEqual(bytes);
});
