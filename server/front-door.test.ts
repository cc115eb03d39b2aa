import http from "node:http";
import { afterAll, beforeAll, expect, it } from "vitest";
import { frontDoor } from "./front-door.ts";
import { health } from "./health.ts";

const siteUrl = "https://paper.example";
let server: http.Server;

beforeAll(async () => {
  const pages = {
    handler: async (_request: http.IncomingMessage, response: http.ServerResponse) => void response.end("a page"),
    upgrade: () => false,
    close: async () => {},
  };
  const door = frontDoor({
    root: ".",
    dev: false,
    trust: { siteUrl, proxies: 0 },
    health: health(async () => {}),
    pages,
  });
  server = http.createServer((request, response) => void door(request, response));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
});

afterAll(() => void server.close());

function ask(method: string, path: string, origin?: string): Promise<number | undefined> {
  const address = server.address();
  const port = typeof address === "object" && address ? address.port : 0;
  const headers = origin === undefined ? {} : { origin };
  return new Promise((resolve, reject) => {
    const request = http.request({ host: "127.0.0.1", port, path, method, headers }, (response) => {
      response.resume().on("end", () => resolve(response.statusCode));
    });
    request.on("error", reject).end();
  });
}

it("lets no page of another site send something to the desk", async () => {
  for (const origin of ["https://evil.example", "null", "http://paper.example"])
    for (const path of ["/desk", "/desk/stories/1", "/sign-in", "/set-password/x"])
      expect([path, origin, await ask("POST", path, origin)]).toEqual([path, origin, 403]);
});

it("lets our own pages send, and everybody look", async () => {
  expect(await ask("POST", "/desk", siteUrl)).toBe(200);
  expect(await ask("POST", "/sign-in")).toBe(200);
  expect(await ask("GET", "/desk", "https://evil.example")).toBe(200);
});
