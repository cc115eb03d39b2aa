import { once } from "node:events";
import http, { type IncomingMessage } from "node:http";
import { text } from "node:stream/consumers";
import { expect, test } from "@playwright/test";

/** Asks as somebody of a network of their own: what they use up, nobody else misses. */
async function asked(baseURL: string | undefined, from: string, path: string, form?: FormData) {
  const { port } = new URL(baseURL ?? "");
  const sent = form && new Response(form);
  const request = http.request({
    host: "127.0.0.1",
    localAddress: from,
    port,
    path,
    method: sent ? "POST" : "GET",
    headers: {
      host: `localhost:${port}`,
      ...(sent && { origin: `http://localhost:${port}`, "content-type": sent.headers.get("content-type") ?? "" }),
    },
  });
  request.end(sent && Buffer.from(await sent.arrayBuffer()));
  const [answer]: [IncomingMessage] = (await once(request, "response")) as [IncomingMessage];
  return { status: answer.statusCode, wait: Number(answer.headers["retry-after"]), page: await text(answer) };
}

test("whoever tries too many links that lead nowhere is told so: by words, and by status", async ({ baseURL }) => {
  const from = "127.0.0.77";
  const dead = (n: number) => `/preview/${String(n).padStart(43, "x")}`;
  expect(await asked(baseURL, from, dead(0))).toMatchObject({ status: 200 });
  for (let n = 1; n < 50; n++) await asked(baseURL, from, dead(n));
  const { status, wait, page } = await asked(baseURL, from, dead(50));
  expect([status, page]).toEqual([429, expect.stringContaining("Too many links that lead nowhere")]);
  expect(wait).toBeGreaterThan(0);
  expect(wait).toBeLessThanOrEqual(900);
  const picture = `${dead(51)}/pictures/0198c000-0000-7000-8000-000000000000/480.webp`;
  expect(await asked(baseURL, from, picture)).toMatchObject({ status: 429, wait: expect.any(Number) });
  // Nobody else is.
  expect(await asked(baseURL, "127.0.0.78", dead(52))).toMatchObject({ status: 200 });
});

test("a form that is sent too often without script, too", async ({ baseURL }) => {
  const from = "127.0.0.79";
  const { page } = await asked(baseURL, from, "/sign-in");
  const sent = new FormData();
  for (const [, name = "", value = ""] of page.matchAll(/<input type="hidden" name="([^"]*)"(?: value="([^"]*)")?/g))
    sent.set(name, value.replaceAll("&quot;", '"').replaceAll("&amp;", "&"));
  sent.set("email", "nobody@paper.example");
  sent.set("password", "not this one");
  let answer = await asked(baseURL, from, "/sign-in", sent);
  expect([answer.status, answer.page]).toEqual([200, expect.stringContaining("do not fit together")]);
  for (let n = 0; n < 40 && answer.status === 200; n++) answer = await asked(baseURL, from, "/sign-in", sent);
  expect([answer.status, answer.page]).toEqual([429, expect.stringContaining("Too many tries")]);
  expect(answer.wait).toBeGreaterThan(0);
});
