import { randomBytes } from "node:crypto";
import type { IncomingMessage, ServerResponse } from "node:http";
import path from "node:path";
import { isOurOrigin } from "#lib/origin";
import type { Build } from "./build.ts";
import type { Health } from "./health.ts";
import type { Handler } from "./http-server.ts";
import { freshIslands } from "./islands.ts";
import type { Media } from "./media.ts";
import { ownAddresses } from "./own-addresses.ts";
import type { Pages } from "./pages.ts";
import { makeTrue, type Trust } from "./request-headers.ts";
import { contentSecurityPolicy, securityHeaders, surfaceOf } from "./security-headers.ts";
import { answerShortly } from "./short-answer.ts";
import { type StaticFiles, staticFiles } from "./static-files.ts";

interface FrontDoorOptions {
  root: string;
  dev: boolean;
  trust: Trust;
  health: Health;
  /** Without them the program answers for its health only. */
  pages?: Pages | undefined;
  build?: Build | undefined;
  /** Pictures that readers may have. */
  media?: Pick<Media, "answer"> | undefined;
  /** Stands before the pages: answers a request itself and says true, or leaves it and says false. */
  cached?: ((request: IncomingMessage, response: ServerResponse) => Promise<boolean>) | undefined;
}

/** One answer to every request, from whoever comes first: page cache, health, files of the build, pictures, pages. */
export function frontDoor({ root, dev, trust, health, pages, build, media, cached }: FrontDoorOptions): Handler {
  const https = trust.siteUrl.startsWith("https:");
  const files = build ? filesOf(root, build, https) : dev ? filesInDevelopment(root) : undefined;
  return async (request, response) => {
    if (cached && (await cached(request, response))) return;
    const pathname = pathnameOf(request.url);
    if (pathname === undefined) return answerShortly(request, response, { status: 400, words: "Bad request." });
    if (await health.answer(pathname, request, response)) return;
    if (files && (await files(pathname, request, response))) return;
    if (media && (await media.answer(pathname, request, response))) return;
    if (!pages) return answerShortly(request, response, { status: 404, words: "Not found." });

    makeTrue(request.headers, request.url ?? "/", request.socket.remoteAddress ?? "", trust);
    const surface = surfaceOf(pathname);
    if (surface === "desk" && isSentByAnother(request, trust)) {
      return answerShortly(request, response, {
        status: 403,
        words: "This did not come from a page of this newsroom.",
      });
    }
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

/** Said here in good words: Next refuses the same, but as a failure of ours. What names no origin is left to `act()`. */
function isSentByAnother({ method = "GET", headers }: IncomingMessage, { siteUrl }: Trust): boolean {
  if (["GET", "HEAD", "OPTIONS"].includes(method) || headers.origin === undefined) return false;
  return !isOurOrigin({ origin: headers.origin, host: headers.host ?? null }, siteUrl);
}

function filesOf(root: string, { folder }: Build, https: boolean): StaticFiles {
  const places = {
    [ownAddresses.buildFiles]: path.join(root, folder, "static"),
    [ownAddresses.islands]: path.join(root, folder, "islands"),
  };
  return staticFiles(places, securityHeaders("asset", { https }));
}

function filesInDevelopment(root: string): StaticFiles {
  return async (pathname, _request, response) => {
    if (pathname !== ownAddresses.freshIslands) return false;
    const script = await freshIslands(root);
    response.writeHead(200, { "Content-Type": "text/javascript; charset=utf-8", "Cache-Control": "no-store" });
    response.end(script);
    return true;
  };
}

function pathnameOf(url: string | undefined): string | undefined {
  try {
    return decodeURIComponent(new URL(url ?? "/", "http://here.invalid").pathname);
  } catch {
    return undefined;
  }
}
