import type { IncomingMessage, ServerResponse } from "node:http";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { expect, it } from "vitest";
import { type Handler, render } from "./render.ts";

const rendered = (handler: Handler, url = "/stories/a", timeout = 1_000) =>
  render(handler, url, { host: "news.example", timeout });

it("takes down status, headers and a body written in parts", async () => {
  const answer = await rendered(async (_request, response) => {
    response.statusCode = 404;
    response.setHeader("content-type", "text/html");
    response.write("<h1>");
    response.write(Buffer.from("Ҳаво"));
    response.end("</h1>");
  });
  expect(answer).toEqual({ status: 404, headers: { "content-type": "text/html" }, body: Buffer.from("<h1>Ҳаво</h1>") });
});

it("understands writeHead with an object and with a list", async () => {
  const withObject: Handler = async (_request, response) => {
    response.writeHead(308, { location: "/stories/b" });
    response.end();
  };
  const withList: Handler = async (_request, response) => {
    response.writeHead(308, "Moved", ["location", "/stories/b"]);
    response.end();
  };
  for (const handler of [withObject, withList]) {
    expect(await rendered(handler)).toMatchObject({ status: 308, headers: { location: "/stories/b" } });
  }
});

it("can be the end of a stream", async () => {
  const answer = await rendered((_request, response) => pipeline(Readable.from(["a", "b", "c"]), response));
  expect(answer.body.toString()).toBe("abc");
});

it("asks as nobody in particular", async () => {
  let seen: IncomingMessage | undefined;
  await rendered(async (request: IncomingMessage, response: ServerResponse) => {
    seen = request;
    response.end();
  }, "/tags/csto?page=2");
  expect([seen?.method, seen?.url]).toEqual(["GET", "/tags/csto?page=2"]);
  expect(seen?.headers).toEqual({ host: "news.example", accept: "text/html" });
});

it("passes on what the handler throws", async () => {
  await expect(rendered(async () => Promise.reject(new Error("the database is away")))).rejects.toThrow("away");
});

it("gives up after its time and tells the handler that nobody waits any more", async () => {
  let closed = false;
  const never: Handler = async (_request, response) => {
    response.on("close", () => {
      closed = true;
    });
    response.write("<html>");
  };
  await expect(rendered(never, "/", 5)).rejects.toThrow("longer than 5 ms");
  await Promise.resolve();
  expect(closed).toBe(true);
});
