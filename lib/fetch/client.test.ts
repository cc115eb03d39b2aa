import type { LookupAddress, lookup } from "node:dns";
import { createServer, type IncomingMessage, type RequestListener, type ServerResponse } from "node:http";
import { createServer as createTcpServer, type Server } from "node:net";
import { afterEach, describe, expect, it } from "vitest";
import { FetchFailed, outsideClient } from "./client.ts";
import { namedAs } from "./destination.ts";

const open: Server[] = [];
afterEach(async () => {
  await Promise.all(open.splice(0).map((server) => new Promise((closed) => server.close(closed))));
});

async function listening(server: Server, host = "127.0.0.1"): Promise<string> {
  open.push(server);
  await new Promise<void>((ready) => server.listen(0, host, ready));
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("no port");
  return `${host.includes(":") ? `[${host}]` : host}:${address.port}`;
}

async function aServer(answer: RequestListener, host?: string) {
  const seen: IncomingMessage[] = [];
  const server = createServer((request, response) => {
    seen.push(request);
    response.setHeader("connection", "close");
    answer(request, response);
  });
  return { at: await listening(server, host), seen };
}

const text = (body: string) => (_: IncomingMessage, response: ServerResponse) => void response.end(body);
const redirect = (location: string) => (_: IncomingMessage, response: ServerResponse) =>
  void response.writeHead(302, { location }).end();

/** A resolver for which every name stands for this address. */
const resolving = (address: string): typeof lookup =>
  ((_host: string, _options: object, callback: (error: null, addresses: LookupAddress[]) => void) =>
    callback(null, [{ address, family: address.includes(":") ? 6 : 4 }])) as typeof lookup;

async function reasonFor(work: Promise<unknown>): Promise<string> {
  const error = await work.then(
    () => new Error("it was fetched"),
    (thrown: unknown) => thrown,
  );
  expect(error).toBeInstanceOf(FetchFailed);
  expect(error).toHaveProperty("message", "The address could not be fetched.");
  return error instanceof Error && error.cause instanceof Error ? error.cause.message : "";
}

describe("the client for outside addresses", () => {
  it("brings body, type and validators, and sends neither cookies nor credentials", async () => {
    const { at, seen } = await aServer((_, response) => {
      response.writeHead(200, { "content-type": "application/json", etag: '"a"', "last-modified": "yesterday" });
      response.end("{}");
    });
    const answer = await outsideClient({ allow: [at] })(`http://${at}/x?y=z`, {
      maxBytes: 10,
      accept: "application/json",
    });
    expect(answer).toEqual({
      kind: "body",
      url: `http://${at}/x?y=z`,
      type: "application/json",
      etag: '"a"',
      lastModified: "yesterday",
      body: Buffer.from("{}"),
    });
    expect(Object.keys(seen[0]?.headers ?? {}).sort()).toEqual([
      "accept",
      "accept-encoding",
      "connection",
      "host",
      "user-agent",
    ]);
  });

  it("asks with the validators it was given and understands “not modified”", async () => {
    const { at, seen } = await aServer((_, response) => void response.writeHead(304).end());
    const fetchOutside = outsideClient({ allow: [at] });
    expect(await fetchOutside(`http://${at}/`, { maxBytes: 10, etag: '"a"', lastModified: "then" })).toEqual({
      kind: "unchanged",
    });
    expect(seen[0]?.headers).toMatchObject({ "if-none-match": '"a"', "if-modified-since": "then" });
    expect(await reasonFor(fetchOutside(`http://${at}/`, { maxBytes: 10 }))).toBe("status 304");
  });

  it.each([204, 400, 404, 500, 503])("takes no body that comes with status %i", async (status) => {
    const { at } = await aServer((_, response) => void response.writeHead(status).end());
    expect(await reasonFor(outsideClient({ allow: [at] })(`http://${at}/`, { maxBytes: 10 }))).toBe(`status ${status}`);
  });

  describe("reaches no private address", () => {
    it("by name", async () => {
      const { at, seen } = await aServer(text("secret"));
      const fetchOutside = outsideClient({ allow: [] });
      expect(await reasonFor(fetchOutside(`http://${at}/`, { maxBytes: 10 }))).toMatch(/^port/);
      expect(await reasonFor(fetchOutside("http://localhost/", { maxBytes: 10 }))).toBe(
        "localhost has no public address",
      );
      expect(seen).toHaveLength(0);
    });

    it.each(["127.0.0.1", "10.0.0.1", "169.254.169.254", "100.64.0.1", "::1", "fd00::1", "::ffff:127.0.0.1"])(
      "by a public name that resolves to %s",
      async (address) => {
        const fetchOutside = outsideClient({
          allow: [],
          resolver: resolving(address),
        });
        expect(await reasonFor(fetchOutside("http://news.example/", { maxBytes: 10 }))).toBe(
          "news.example has no public address",
        );
      },
    );

    it("by a redirect to an address, a port or a name", async () => {
      const inner = await aServer(text("secret"));
      for (const location of [
        `http://${inner.at}/`,
        "http://169.254.169.254/latest/",
        "http://2130706433/",
        "http://[::ffff:7f00:1]/",
        "http://localhost/",
        "file:///etc/passwd",
        "http://user:word@example.org/",
      ]) {
        const { at } = await aServer(redirect(location));
        const reason = await reasonFor(outsideClient({ allow: [at] })(`http://${at}/`, { maxBytes: 10 }));
        expect(reason).toMatch(/^port|not a public address|no public address|protocol|credentials/);
      }
      expect(inner.seen).toHaveLength(0);
    });

    it("by a name that is admitted at first and resolved anew at the redirect", async () => {
      const asked: string[] = [];
      const resolver = ((host: string, _: object, callback: (error: null, found: LookupAddress[]) => void) => {
        asked.push(host);
        callback(null, [{ address: "127.0.0.1", family: 4 }]);
      }) as typeof lookup;
      const { at, seen } = await aServer(redirect("http://rebinding.example/"));
      const named = `rebinding.example:${at.split(":")[1]}`;
      expect(await reasonFor(outsideClient({ allow: [named], resolver })(`http://${named}/`, { maxBytes: 10 }))).toBe(
        "rebinding.example has no public address",
      );
      expect(asked).toEqual(["rebinding.example", "rebinding.example"]);
      expect(seen).toHaveLength(1);
    });
  });

  it("follows three redirects and not a fourth", async () => {
    const { at } = await aServer((request, response) => {
      const left = Number(request.url?.slice(1));
      if (left === 0) response.end("there");
      else response.writeHead(308, { location: `/${left - 1}` }).end();
    });
    const fetchOutside = outsideClient({ allow: [at] });
    expect(await fetchOutside(`http://${at}/3`, { maxBytes: 10 })).toMatchObject({ url: `http://${at}/0` });
    expect(await reasonFor(fetchOutside(`http://${at}/4`, { maxBytes: 10 }))).toBe("too many redirects");
    const lost = await aServer((_, response) => void response.writeHead(301).end());
    expect(await reasonFor(outsideClient({ allow: [lost.at] })(`http://${lost.at}/`, { maxBytes: 10 }))).toBe(
      "a redirect to nowhere",
    );
  });

  describe("gives up a body", () => {
    it("that says it is too long", async () => {
      const { at } = await aServer((_, response) => {
        response.writeHead(200, { "content-length": "11" });
        response.write("1");
      });
      expect(await reasonFor(outsideClient({ allow: [at] })(`http://${at}/`, { maxBytes: 10 }))).toBe("too long");
    });

    it("that never ends, long before it was read", async () => {
      let sent = 0;
      const { at } = await aServer((_, response) => {
        const more = () => {
          while (!response.destroyed && response.write("x".repeat(10_000))) sent += 10_000;
          if (!response.destroyed) response.once("drain", more);
        };
        more();
      });
      expect(await reasonFor(outsideClient({ allow: [at] })(`http://${at}/`, { maxBytes: 50_000 }))).toBe("too long");
      expect(sent).toBeLessThan(20_000_000);
    });

    it("of exactly the limit it takes", async () => {
      const { at } = await aServer(text("0123456789"));
      const answer = await outsideClient({ allow: [at] })(`http://${at}/`, { maxBytes: 10 });
      expect(answer).toMatchObject({ kind: "body" });
    });

    it("that is cut short", async () => {
      const { at } = await aServer((_, response) => {
        response.writeHead(200, { "content-length": "9" });
        response.write("{", () => response.destroy());
      });
      expect(await reasonFor(outsideClient({ allow: [at] })(`http://${at}/`, { maxBytes: 10 }))).not.toBe(
        "it was fetched",
      );
    });

    it("that is compressed although it was not asked to be", async () => {
      const { at } = await aServer(
        (_, response) => void response.writeHead(200, { "content-encoding": "gzip" }).end("x"),
      );
      expect(await reasonFor(outsideClient({ allow: [at] })(`http://${at}/`, { maxBytes: 10 }))).toBe("encoding gzip");
    });
  });

  describe("is bounded in time", () => {
    const soon = 150;
    const outOfTime = `no whole answer within ${soon} ms`;

    it("when a server accepts and says nothing", async () => {
      const server = createTcpServer((socket) => void socket.on("error", () => {}).resume());
      const at = await listening(server);
      expect(await reasonFor(outsideClient({ allow: [at], timeoutMs: soon })(`http://${at}/`, { maxBytes: 10 }))).toBe(
        outOfTime,
      );
    });

    it("when a body drips", async () => {
      const { at } = await aServer((_, response) => {
        const drip = setInterval(() => response.write("."), 20);
        response.on("close", () => clearInterval(drip));
      });
      expect(
        await reasonFor(outsideClient({ allow: [at], timeoutMs: soon })(`http://${at}/`, { maxBytes: 1_000 })),
      ).toBe(outOfTime);
    });

    it("when a name is never resolved", async () => {
      const resolver = (() => {}) as unknown as typeof lookup;
      const fetchOutside = outsideClient({ allow: [], timeoutMs: soon, resolver });
      expect(await reasonFor(fetchOutside("http://news.example/", { maxBytes: 10 }))).toBe(outOfTime);
    });

    it("over all redirects together", async () => {
      const { at } = await aServer(
        (_, response) => void setTimeout(() => response.writeHead(302, { location: "/" }).end(), soon / 2),
      );
      expect(await reasonFor(outsideClient({ allow: [at], timeoutMs: soon })(`http://${at}/`, { maxBytes: 10 }))).toBe(
        outOfTime,
      );
    });
  });

  it("gives up what is under way as soon as it is told", async () => {
    const stopping = new AbortController();
    const { at } = await aServer(() => stopping.abort());
    const fetch = outsideClient({ allow: [at], until: stopping.signal });
    expect(await reasonFor(fetch(`http://${at}/`, { maxBytes: 10 }))).toBe("given up");
    expect(await reasonFor(fetch(`http://${at}/`, { maxBytes: 10 }))).toBe("given up");
  });

  it("says nothing but one sentence when nobody listens", async () => {
    const server = createTcpServer();
    const at = await listening(server);
    await new Promise((closed) => open.pop()?.close(closed));
    expect(await reasonFor(outsideClient({ allow: [at] })(`http://${at}/`, { maxBytes: 10 }))).toMatch("ECONNREFUSED");
  });

  it("breaks on headers without end", async () => {
    const server = createTcpServer((socket) => {
      socket.on("error", () => {});
      socket.write("HTTP/1.1 200 OK\r\n");
      const more = () => {
        while (!socket.destroyed && socket.write(`x: ${"y".repeat(1_000)}\r\n`));
        if (!socket.destroyed) socket.once("drain", more);
      };
      more();
    });
    const at = await listening(server);
    expect(await reasonFor(outsideClient({ allow: [at] })(`http://${at}/`, { maxBytes: 10 }))).toMatch(/header/i);
  });
});

describe("what else a request can be", () => {
  it("takes the statuses that it asks about as an answer, and no others", async () => {
    const { at } = await aServer((request, response) => void response.writeHead(Number(request.url?.slice(1))).end());
    const ask = (status: number) =>
      outsideClient({ allow: [at] })(`http://${at}/${status}`, { maxBytes: 10, alsoTakes: [404, 410] });
    expect(await ask(410)).toEqual({ kind: "status", status: 410 });
    expect(await reasonFor(ask(451))).toBe("status 451");
  });

  it("sends JSON to one address, takes any 2xx, and follows nobody elsewhere with it", async () => {
    const bodies: string[] = [];
    const { at, seen } = await aServer(async (request, response) => {
      for await (const chunk of request) bodies.push(String(chunk));
      if (request.url === "/elsewhere") return void response.writeHead(307, { location: "/yes" }).end();
      response.writeHead(202).end();
    });
    const send = (path: string) =>
      outsideClient({ allow: [at] })(`http://${at}${path}`, { maxBytes: 10, sends: { a: [1] } });
    expect(await send("/yes")).toEqual({ kind: "status", status: 202 });
    expect(bodies).toEqual(['{"a":[1]}']);
    expect(seen[0]).toMatchObject({ method: "POST", headers: { "content-type": "application/json" } });
    expect(await reasonFor(send("/elsewhere"))).toBe("status 307");
    expect(seen).toHaveLength(2);
  });

  it("a private address is let in by the name that the operator chose, with the usual port where none stands", () => {
    expect(["http://news.local", "https://news.local/", "http://[::1]:3000/x"].map(namedAs)).toEqual([
      "news.local:80",
      "news.local:443",
      "[::1]:3000",
    ]);
  });
});
