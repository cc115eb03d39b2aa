import fs from "node:fs/promises";
import type { IncomingMessage, ServerResponse } from "node:http";
import path from "node:path";
import { type Answer, type Headers, prepareAnswer } from "#lib/page-cache/answer";
import { send } from "#lib/page-cache/send";
import { answerShortly } from "./short-answer.ts";

const TYPES: Record<string, string> = {
  ".css": "text/css; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".json": "application/json; charset=utf-8",
  ".svg": "image/svg+xml",
  ".txt": "text/plain; charset=utf-8",
  ".ico": "image/x-icon",
  ".jpg": "image/jpeg",
  ".png": "image/png",
  ".webp": "image/webp",
  ".woff2": "font/woff2",
};
const FOREVER = "public, max-age=31536000, immutable";

export type StaticFiles = (pathname: string, request: IncomingMessage, response: ServerResponse) => Promise<boolean>;

/**
 * Serves the files of a build, whose names change with their content: compressed once, kept in memory, good for a
 * year. `places` maps the start of an address to a folder. Answers false for addresses that are none of these.
 */
export function staticFiles(places: Readonly<Record<string, string>>, headers: Headers): StaticFiles {
  const answers = new Map<string, Answer>(); // bounded by the build itself
  return async (pathname, request, response) => {
    const start = Object.keys(places).find((prefix) => pathname.startsWith(prefix));
    const folder = start === undefined ? undefined : places[start];
    if (start === undefined || folder === undefined) return false;
    const answer =
      answers.get(pathname) ?? (await read(path.join(folder, pathname.slice(start.length)), folder, headers));
    if (!answer) {
      answerShortly(request, response, { status: 404, words: "There is no such file." });
      return true;
    }
    answers.set(pathname, answer);
    send(answer, 200, request, response);
    return true;
  };
}

async function read(file: string, folder: string, headers: Headers): Promise<Answer | undefined> {
  const type = TYPES[path.extname(file)]; // no source maps, no manifests: what has no type here is not served
  if (!type || !file.startsWith(`${folder}${path.sep}`) || file.includes("\0")) return undefined;
  const content = await fs.readFile(file).catch(() => undefined);
  return content && prepareAnswer(content, { ...headers, "Content-Type": type, "Cache-Control": FOREVER });
}
