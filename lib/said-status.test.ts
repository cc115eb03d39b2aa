import http, { type RequestListener } from "node:http";
import type { AddressInfo } from "node:net";
import { setImmediate as afterwards } from "node:timers/promises";
import { afterEach, expect, it } from "vitest";
import { answerAs, asSaid } from "./said-status.ts";

const open: http.Server[] = [];
afterEach(() => {
  for (const server of open.splice(0)) server.close();
});

async function answerOf(listener: RequestListener): Promise<Response> {
  const server = http.createServer((request, response) => asSaid(response, () => listener(request, response)));
  open.push(server);
  await new Promise<void>((ready) => server.listen(0, "127.0.0.1", ready));
  const { port } = server.address() as AddressInfo;
  return fetch(`http://127.0.0.1:${port}/`, { redirect: "manual" });
}

const saying = async () => {
  await afterwards();
  answerAs(429, { "Retry-After": "60" });
};

it("is what a page says, however deep and late, while the words are its own", async () => {
  const answer = await answerOf(async (_, response) => {
    await saying();
    response.setHeader("Content-Type", "text/html");
    response.write("Too ");
    response.end("many");
  });
  expect([answer.status, answer.headers.get("retry-after"), await answer.text()]).toEqual([429, "60", "Too many"]);
});

it("is said over a head that is written by hand, and keeps its headers", async () => {
  const answer = await answerOf(async (_, response) => {
    await saying();
    response.writeHead(200, { "Content-Type": "text/x-component" }).end("0:");
  });
  expect([answer.status, answer.headers.get("content-type")]).toEqual([429, "text/x-component"]);
});

it.each([303, 404, 500])("leaves a %i as it is", async (status) => {
  const answer = await answerOf(async (_, response) => {
    await saying();
    response.writeHead(status).end();
  });
  expect([answer.status, answer.headers.get("retry-after")]).toEqual([status, null]);
});

it("is 200 where nobody says anything, also while another answer is said to be none", async () => {
  await saying();
  const [one, other] = await Promise.all([
    answerOf(async (_, response) => {
      await saying();
      response.end();
    }),
    answerOf(async (_, response) => {
      await afterwards();
      response.end();
    }),
  ]);
  expect([one.status, other.status]).toEqual([429, 200]);
});
