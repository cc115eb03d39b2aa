import fs from "node:fs";
import http from "node:http";
import os from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { staticFiles } from "./static-files.ts";

let folder: string;
let server: http.Server;

beforeAll(async () => {
  folder = fs.mkdtempSync(path.join(os.tmpdir(), "chapar-static-"));
  fs.mkdirSync(path.join(folder, "static/chunks"), { recursive: true });
  fs.writeFileSync(path.join(folder, "static/chunks/a.js"), "console.log(1);\n".repeat(200));
  fs.writeFileSync(path.join(folder, "static/chunks/a.js.map"), "{}");
  fs.writeFileSync(path.join(folder, "static-secret.js"), "secret");
  fs.writeFileSync(path.join(folder, "secret.js"), "secret");
  const files = staticFiles({ "/_next/static/": path.join(folder, "static") }, { "X-Content-Type-Options": "nosniff" });
  server = http.createServer(async (request, response) => {
    const pathname = decodeURIComponent(request.url ?? "");
    if (!(await files(pathname, request, response))) response.writeHead(418).end();
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
});

afterAll(() => {
  server.close();
  fs.rmSync(folder, { recursive: true });
});

/** With the path exactly as it is written here, which `fetch` would tidy up. */
function ask(
  pathname: string,
  headers: http.OutgoingHttpHeaders = {},
  method = "GET",
): Promise<http.IncomingMessage & { body: string }> {
  const address = server.address();
  const port = typeof address === "object" && address ? address.port : 0;
  return new Promise((resolve, reject) => {
    const request = http.request({ host: "127.0.0.1", port, path: pathname, method, headers }, (response) => {
      let body = "";
      response.setEncoding("latin1").on("data", (text: string) => {
        body += text;
      });
      response.on("end", () => resolve(Object.assign(response, { body })));
    });
    request.on("error", reject).end();
  });
}

describe("a file of the build", () => {
  it("is served for a year, compressed, with its type", async () => {
    const { statusCode, headers } = await ask("/_next/static/chunks/a.js", { "accept-encoding": "br" });
    expect(statusCode).toBe(200);
    expect(headers).toMatchObject({
      "content-type": "text/javascript; charset=utf-8",
      "cache-control": "public, max-age=31536000, immutable",
      "content-encoding": "br",
      "x-content-type-options": "nosniff",
    });
  });

  it("is not sent again to who has it", async () => {
    const { headers } = await ask("/_next/static/chunks/a.js");
    const again = await ask("/_next/static/chunks/a.js", { "if-none-match": headers.etag });
    expect([again.statusCode, again.body]).toEqual([304, ""]);
  });

  it("answers HEAD like GET without its body", async () => {
    const { statusCode, headers, body } = await ask("/_next/static/chunks/a.js", {}, "HEAD");
    expect([statusCode, headers["content-length"], body]).toEqual([200, "3200", ""]);
  });
});

it.each([
  "/_next/static/nothing.js",
  "/_next/static/chunks/a.js.map",
  "/_next/static/chunks",
  "/_next/static/../secret.js",
  "/_next/static/..%2fsecret.js",
  "/_next/static/../static-secret.js",
  "/_next/static//etc/passwd",
  "/_next/static/chunks/a.js%00.js",
])("answers 404 for %s", async (pathname) => {
  const { statusCode, body } = await ask(pathname);
  expect(statusCode).toBe(404);
  expect(body).not.toContain("secret");
});

it("leaves other addresses to others", async () => {
  expect((await ask("/stories/x")).statusCode).toBe(418);
});
