import type { IncomingMessage, ServerResponse } from "node:http";

/** A short answer of the program itself that nobody keeps: words, or JSON for machines. */
export function answerShortly(
  request: IncomingMessage,
  response: ServerResponse,
  { status, words, type = "text/plain" }: { status: number; words: string; type?: string },
): void {
  if (response.destroyed) return;
  response.writeHead(status, {
    "Content-Type": `${type}; charset=utf-8`,
    "Content-Length": Buffer.byteLength(words),
    "Cache-Control": "no-store",
    "Content-Security-Policy": "default-src 'none'; frame-ancestors 'none'",
    "X-Content-Type-Options": "nosniff",
  });
  response.end(request.method === "HEAD" ? undefined : words);
}
