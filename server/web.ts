import { randomBytes, randomUUID } from "node:crypto";
import { EventEmitter, once } from "node:events";
import http, { type IncomingMessage, type ServerResponse } from "node:http";
import path from "node:path";
import type { Duplex } from "node:stream";
import next from "next";
import { log } from "#lib/log";
import { Obstacle } from "#lib/obstacle";
import { sendWords } from "#lib/page-cache/send";
import type { Build } from "./build.ts";
import type { Health } from "./health.ts";
import { makeTrue, type Trust } from "./request-headers.ts";
import { contentSecurityPolicy, securityHeaders, surfaceOf } from "./security-headers.ts";
import { staticFiles } from "./static-files.ts";

export type Handler = (request: IncomingMessage, response: ServerResponse) => Promise<void>;

/** Stands before the pages: answers a request itself and says true, or leaves it and says false. */
export type PageCacheHandler = (request: IncomingMessage, response: ServerResponse) => Promise<boolean>;

export interface WebOptions {
  root: string;
  dev: boolean;
  port: number;
  trust: Trust;
  health: Health;
}

export interface Pages {
  handler: Handler;
  /** Sockets for hot reloading while developing; false if there is nobody for them. */
  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): boolean;
  close(): Promise<void>;
}

/** Next, rendering pages from the build; in development from the source. */
export async function openPages({ root, dev, port }: Pick<WebOptions, "root" | "dev" | "port">): Promise<Pages> {
  // Next adds its own listener for sockets to the server it is given. With this in between, we decide what reaches it.
  const hub = new EventEmitter();
  const app = next({ dev, dir: root, port, hostname: "localhost", httpServer: hub as unknown as http.Server });
  await app.prepare();
  const handler = app.getRequestHandler();
  return {
    handler: (request, response) => handler(request, response),
    upgrade: (request, socket, head) => dev && hub.emit("upgrade", request, socket, head),
    close: () => app.close(),
  };
}

/** One answer to every request: health, files, the page cache, and what is left to the pages. */
export function frontDoor(options: WebOptions & { pages?: Pages; build?: Build; cached?: PageCacheHandler }): Handler {
  const { root, dev, trust, health, pages, build, cached } = options;
  const https = trust.siteUrl.startsWith("https:");
  const files =
    build &&
    staticFiles(
      {
        "/_next/static/": path.join(root, build.folder, "static"),
        "/islands/": path.join(root, build.folder, "islands"),
      },
      securityHeaders("asset", { https }),
    );
  return async (request, response) => {
    if (cached && (await cached(request, response))) return;
    const pathname = pathnameOf(request.url);
    if (pathname === undefined)
      return sendWords({ status: 400, words: "Bad request.", headers: {} }, request, response);
    if (await health.answer(pathname, request, response)) return;
    if (files && (await files(pathname, request, response))) return;
    if (!pages) return sendWords({ status: 404, words: "Not found.", headers: {} }, request, response);

    makeTrue(request.headers, request.url ?? "/", request.socket.remoteAddress ?? "", trust);
    const surface = surfaceOf(pathname);
    const nonce = randomBytes(16).toString("base64");
    for (const [name, value] of Object.entries(securityHeaders(surface, { https, nonce, dev }))) {
      response.setHeader(name, value);
    }
    if (surface === "desk") {
      response.setHeader("Cache-Control", "no-store");
      // Next stamps its scripts with the nonce that it finds here.
      request.headers["content-security-policy"] = contentSecurityPolicy(surface, { https, nonce, dev });
    }
    await pages.handler(request, response);
  };
}

/** Opens the port. From here on requests are answered. */
export async function listen(
  handler: Handler,
  upgrade: Pages["upgrade"] | undefined,
  port: number,
): Promise<http.Server> {
  const server = http.createServer((request, response) => {
    handler(request, response).catch((error: unknown) => broken(error, request, response));
  });
  // Longer than the minute for which proxies keep their connections.
  server.keepAliveTimeout = 65_000;
  server.on("upgrade", (request, socket, head) => {
    socket.on("error", () => {});
    if (!upgrade?.(request, socket, head)) socket.end("HTTP/1.1 404 Not Found\r\nConnection: close\r\n\r\n");
  });
  server.listen(port);
  try {
    await once(server, "listening");
  } catch (error) {
    throw portObstacle(error, port) ?? error;
  }
  return server;
}

/** Asks for the port and gives it back: a busy one is known before anything is done. */
export async function checkPort(port: number): Promise<void> {
  const server = await listen(async () => {}, undefined, port);
  server.close();
  await once(server, "close");
}

const DRAIN_MS = 25_000;

/** Lets running requests finish, for a while, and takes no new ones. */
export async function drain(server: http.Server): Promise<void> {
  const closed = once(server, "close");
  server.close();
  server.closeIdleConnections();
  const impatience = setTimeout(() => server.closeAllConnections(), DRAIN_MS);
  const idle = setInterval(() => server.closeIdleConnections(), 100);
  await closed;
  clearTimeout(impatience);
  clearInterval(idle);
}

function pathnameOf(url: string | undefined): string | undefined {
  try {
    return decodeURIComponent(new URL(url ?? "/", "http://here.invalid").pathname);
  } catch {
    return undefined;
  }
}

function broken(error: unknown, request: IncomingMessage, response: ServerResponse): void {
  const requestId = randomUUID();
  log.error("A request failed", { requestId, method: request.method, url: request.url, error });
  if (response.headersSent) return void response.destroy();
  const words = `Something broke on our side. Request ${requestId}.`;
  sendWords({ status: 500, words, headers: { "X-Content-Type-Options": "nosniff" } }, request, response);
}

function portObstacle(error: unknown, port: number): Obstacle | undefined {
  const code = error instanceof Error && "code" in error ? error.code : undefined;
  if (code === "EADDRINUSE") {
    return new Obstacle(`Port ${port} is in use by another program: stop that one, or set PORT to a free port.`);
  }
  if (code === "EACCES") {
    return new Obstacle(`Port ${port} may be opened by the administrator only: set PORT to one above 1023.`);
  }
  return undefined;
}
