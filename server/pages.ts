import { EventEmitter } from "node:events";
import type http from "node:http";
import type { IncomingMessage, ServerResponse } from "node:http";
import type { Duplex } from "node:stream";
import { asSaid } from "#lib/said-status";

export interface Pages {
  handler(request: IncomingMessage, response: ServerResponse): Promise<void>;
  /** Sockets for hot reloading while developing; false if there is nobody for them. */
  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): boolean;
  close(): Promise<void>;
}

/** Next takes its time to load: begun early, it does so while the database starts. */
export const loadPages = () => import("next");

/** Next, rendering pages from the build; in development from the source. */
export async function openPages({ root, dev, port }: { root: string; dev: boolean; port: number }): Promise<Pages> {
  const { default: next } = await loadPages();
  // Next adds its own listener for sockets to the server it is given. With this in between, we decide what reaches it.
  const hub = new EventEmitter();
  const app = next({ dev, dir: root, port, hostname: "localhost", httpServer: hub as unknown as http.Server });
  await app.prepare();
  const handler = app.getRequestHandler();
  return {
    handler: (request, response) => asSaid(response, () => handler(request, response)),
    upgrade: (request, socket, head) => dev && hub.emit("upgrade", request, socket, head),
    close: () => app.close(),
  };
}
