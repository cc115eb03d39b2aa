import { afterEach, expect, it, vi } from "vitest";
import { loadDocument } from "./document-transport.ts";

afterEach(() => vi.unstubAllGlobals());

const answering = (answer: () => Response | Promise<Response>) => vi.stubGlobal("fetch", async () => answer());
const whole = { seq: 3, generation: 2, update: "AAA=" };

it("hands over the document", async () => {
  answering(() => Response.json({ ...whole, schema: 1 }));
  expect(await loadDocument("story")).toEqual(whole);
});

it.each<[string, string, () => Response | Promise<Response>]>([
  ["signedOut", "nobody is signed in", () => Response.json({}, { status: 401 })],
  ["gone", "the story is not for them", () => Response.json({}, { status: 403 })],
  ["gone", "there is no such story", () => Response.json({}, { status: 404 })],
  ["failing", "something broke", () => Response.json({}, { status: 500 })],
  ["failing", "the database is away", () => Response.json({}, { status: 503 })],
  ["failing", "somebody else answers with a page", () => new Response("<p>Please pay for this network.</p>")],
  ["failing", "somebody else answers with another address", () => Response.redirect("http://pay.invalid/")],
  ["failing", "what comes is no document", () => Response.json({ seq: 3 })],
  ["silent", "nothing answers", () => Promise.reject(new TypeError("Failed to fetch"))],
  [
    "silent",
    "the answer breaks off",
    () => new Response(new ReadableStream({ start: (stream) => stream.error(new TypeError("network error")) })),
  ],
])("says %s when %s", async (why, _when, answer) => {
  answering(answer);
  await expect(loadDocument("story")).rejects.toMatchObject({ name: "NotOpened", why });
});
