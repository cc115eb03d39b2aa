import { randomUUID } from "node:crypto";
import { once } from "node:events";
import http, { type IncomingMessage, type ServerResponse } from "node:http";
import type { Duplex } from "node:stream";
import { log } from "#lib/log";
import { Obstacle } from "#lib/obstacle";
import { answerShortly } from "./short-answer.ts";

export type Handler = (request: IncomingMessage, response: ServerResponse) => Promise<void>;
export type Upgrade = (request: IncomingMessage, socket: Duplex, head: Buffer) => boolean;

/** Opens the port. From here on requests are answered. */
export async function listen(handler: Handler, upgrade: Upgrade | undefined, port: number): Promise<http.Server> {
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

const DRAIN_MS = 15_000;

/** Lets running requests finish, for 15 seconds, and takes no new ones. */
export async function drain(server: http.Server): Promise<void> {
  const closed = once(server, "close");
  server.close();
  server.closeIdleConnections();
  const impatience = setTimeout(() => {
    log.warn("Requests were cut off, since the time to stop is over", {});
    server.closeAllConnections();
  }, DRAIN_MS);
  const idle = setInterval(() => server.closeIdleConnections(), 100);
  await closed;
  clearTimeout(impatience);
  clearInterval(idle);
}

function broken(error: unknown, request: IncomingMessage, response: ServerResponse): void {
  const requestId = randomUUID();
  log.error("A request failed", { requestId, method: request.method, url: request.url, error });
  if (response.headersSent) return void response.destroy();
  answerShortly(request, response, { status: 500, words: `Something broke on our side. Request ${requestId}.` });
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
