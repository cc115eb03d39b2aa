import type { IncomingHttpHeaders } from "node:http";
import { describe, expect, it } from "vitest";
import { makeTrue } from "./request-headers.ts";

function truth(
  headers: IncomingHttpHeaders,
  { proxies = 0, siteUrl = "https://paper.example", from = "203.0.113.9" } = {},
) {
  const changed = { ...headers };
  makeTrue(changed, "/desk?tab=1", from, { siteUrl, proxies });
  return changed;
}

describe("the host", () => {
  it("is that of the public address, whatever was asked for", () => {
    expect(truth({ host: "evil.example" })).toMatchObject({
      host: "paper.example",
      "x-forwarded-host": "paper.example",
      "x-forwarded-proto": "https",
    });
    expect(truth({})).toMatchObject({ host: "paper.example" });
  });

  it("may be any name of this machine while that is the public address", () => {
    const siteUrl = "http://localhost:3000";
    expect(truth({ host: "127.0.0.1:3000" }, { siteUrl }).host).toBe("127.0.0.1:3000");
    expect(truth({ host: "[::1]:3000" }, { siteUrl }).host).toBe("[::1]:3000");
    expect(truth({ host: "127.0.0.1:4000" }, { siteUrl }).host).toBe("localhost:3000");
    expect(truth({ host: "evil.example:3000" }, { siteUrl }).host).toBe("localhost:3000");
  });
});

describe("the client's address", () => {
  it("is that of the connection while no proxy is trusted", () => {
    expect(truth({ "x-forwarded-for": "1.1.1.1", "x-real-ip": "1.1.1.1", forwarded: "for=1.1.1.1" })).toEqual(
      expect.objectContaining({ "x-forwarded-for": "203.0.113.9" }),
    );
  });

  it("is what the trusted proxy saw, not what the client wrote before it", () => {
    const headers = { "x-forwarded-for": "6.6.6.6, 198.51.100.7" };
    expect(truth(headers, { proxies: 1 })["x-forwarded-for"]).toBe("198.51.100.7");
    expect(truth({ "x-forwarded-for": "6.6.6.6, 198.51.100.7, 10.0.0.2" }, { proxies: 2 })["x-forwarded-for"]).toBe(
      "198.51.100.7",
    );
  });

  it("falls back to the connection when the proxy said nothing", () => {
    expect(truth({}, { proxies: 1 })["x-forwarded-for"]).toBe("203.0.113.9");
  });

  it("is one address in both ways of writing it", () => {
    expect(truth({}, { from: "::ffff:203.0.113.9" })["x-forwarded-for"]).toBe("203.0.113.9");
  });
});

it("leaves nothing that only the program itself may say", () => {
  const headers = truth({
    "x-chapar-path": "/elsewhere",
    "x-middleware-subrequest": "proxy:proxy",
    "content-security-policy": "script-src 'nonce-stolen'",
    "x-nextjs-data": "1",
    accept: "text/html",
  });
  expect(headers).toMatchObject({ "x-chapar-path": "/desk?tab=1", accept: "text/html" });
  expect(headers).not.toHaveProperty("x-middleware-subrequest");
  expect(headers).not.toHaveProperty("content-security-policy");
  expect(headers).not.toHaveProperty("x-nextjs-data");
});
