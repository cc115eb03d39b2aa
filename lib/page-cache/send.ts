import type { IncomingMessage, ServerResponse } from "node:http";
import { type Answer, type Headers, knownVariant } from "./answer.ts";
import { preferredEncoding } from "./encoding.ts";

export const isReading = (method: string | undefined): boolean => method === "GET" || method === "HEAD";

/** Whether a client of the framework asks for a page in pieces. */
export function asksInPieces(headers: IncomingMessage["headers"]): boolean {
  for (const name in headers) {
    if (name === "rsc" || name.startsWith("next-router-")) return true;
  }
  return false;
}

/** Sends an answer in the coding that the reader wants, or 304 if the reader has it. */
export function send(answer: Answer, status: number, request: IncomingMessage, response: ServerResponse): void {
  if (response.destroyed) return;
  const condition = request.headers["if-none-match"];
  if (condition !== undefined && status === 200) {
    const known = knownVariant(answer, condition);
    if (known) {
      response.writeHead(304, known.unchangedHeaders);
      response.end();
      return;
    }
  }
  const variant = answer[preferredEncoding(request.headers["accept-encoding"])];
  response.writeHead(status, variant.headers);
  if (request.method === "HEAD") response.end();
  else response.end(variant.body);
}

interface Words {
  status: number;
  words: string;
  headers: Headers;
}

/** A short answer that nobody keeps. */
export function sendWords({ status, words, headers }: Words, request: IncomingMessage, response: ServerResponse): void {
  if (response.destroyed) return;
  response.writeHead(status, {
    "Content-Type": "text/html; charset=utf-8",
    "Cache-Control": "no-store",
    ...headers,
    "Content-Length": Buffer.byteLength(pageOf(words)),
  });
  response.end(request.method === "HEAD" ? undefined : pageOf(words));
}

/** A page of a few words, for when nothing better can be made. */
export const pageOf = (words: string): string =>
  `<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${words}</title></head><body><h1>${words}</h1></body></html>`;
