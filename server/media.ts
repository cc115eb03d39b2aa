import type { IncomingMessage, ServerResponse } from "node:http";
import { isDatabaseAway } from "#lib/db/away";
import { pictureFiles, renditionIn } from "#newsroom/media/picture-files";
import { isPictureLive } from "#newsroom/media/published";
import { ownAddresses } from "./own-addresses.ts";
import { securityHeaders } from "./security-headers.ts";
import { answerShortly } from "./short-answer.ts";

export interface Media {
  /** Answers a request for a picture's file and says true, or leaves it and says false. */
  answer(pathname: string, request: IncomingMessage, response: ServerResponse): Promise<boolean>;
  /** What readers see may have changed: each picture is asked for anew; where something was taken back, whoever can be asked or not. */
  forget(when: "once" | "soon"): void;
  /** Whether all changes are told of; as long as not, each request asks the database. */
  setSure(isSure: boolean): void;
}

const address = /^\/media\/([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\/([^/]+)$/;
/** A picture never changes under its address, but it can be taken back, and nobody can purge a browser: so it always asks. */
const CACHE_CONTROL = "public, max-age=0, s-maxage=30, must-revalidate";
const most = 10_000;

/** The files of pictures that live stories show. Everything else under /media answers as what never was. */
export function createMedia({ https, isLive = isPictureLive, files = pictureFiles() }: MediaOptions): Media {
  const headers = securityHeaders("asset", { https });
  const policy = `${headers["Content-Security-Policy"]}; sandbox`;
  let known = new Map<string, boolean>();
  /** What was known before the last change: good for the time in which nobody can be asked. */
  let before = new Map<string, boolean>();
  let isSure = false;

  async function mayHave(id: string): Promise<boolean> {
    const answer = isSure ? known.get(id) : undefined;
    if (answer !== undefined) return answer;
    const asked = known;
    try {
      const live = await isLive(id);
      // A change that came while the question was under way has put another map in its place.
      if (asked.size < most) asked.set(id, live);
      return live;
    } catch (error) {
      if (!isDatabaseAway(error)) throw error;
      return known.get(id) ?? before.get(id) ?? false;
    }
  }

  return {
    async answer(pathname, request, response) {
      if (!pathname.startsWith(ownAddresses.pictures)) return false;
      if (request.method !== "GET" && request.method !== "HEAD") {
        answerShortly(request, response, { status: 405, words: "Not allowed." });
        return true;
      }
      const [, id, name] = address.exec(pathname) ?? [];
      const rendition = renditionIn(name ?? "");
      const isThere = id !== undefined && rendition !== null && (await mayHave(id));
      const etag = `"${id}-${name}"`;
      const all = { ...headers, "Content-Security-Policy": policy, "Cache-Control": CACHE_CONTROL, ETag: etag };
      if (isThere && isKnown(etag, request.headers["if-none-match"])) {
        response.writeHead(304, all).end();
        return true;
      }
      const file = isThere ? await files.read(id, rendition.name) : null;
      if (!file) {
        answerShortly(request, response, { status: 404, words: "There is no such file." });
        return true;
      }
      response.writeHead(200, { ...all, "Content-Type": rendition?.type, "Content-Length": file.byteLength });
      response.end(request.method === "HEAD" ? undefined : file);
      return true;
    },
    forget(when) {
      before = when === "once" ? new Map() : known;
      known = new Map();
    },
    setSure(sure) {
      isSure = sure;
    },
  };
}

interface MediaOptions {
  https: boolean;
  isLive?: typeof isPictureLive;
  files?: Pick<ReturnType<typeof pictureFiles>, "read">;
}

const isKnown = (etag: string, ifNoneMatch = ""): boolean =>
  ifNoneMatch.split(",").some((part) => ["*", etag].includes(part.trim().replace(/^W\//, "")));
