import { createHash } from "node:crypto";
import { promisify } from "node:util";
import { type BrotliOptions, brotliCompress, constants, gzip } from "node:zlib";
import type { Encoding } from "./encoding.ts";

/** One answer in one content coding, with its headers ready to be written. */
export interface Variant {
  etag: string;
  body: Buffer;
  /** Name, value, name, value: as `writeHead` takes it without copying. */
  headers: string[];
  unchangedHeaders: string[];
}

/** A whole answer, compressed once. A coding that would not make it smaller is the plain one. */
export interface Answer extends Readonly<Record<Encoding, Variant>> {
  /** What it takes in memory. */
  bytes: number;
}

export type Headers = Readonly<Record<string, string>>;

const compressedByGzip = promisify(gzip);
const compressedByBrotli = promisify<Buffer, BrotliOptions, Buffer>(brotliCompress);

const COMPRESSIBLE = /^(text\/|application\/([\w.+-]*\+)?(json|xml|javascript)|image\/svg)/i;
const SMALLEST_COMPRESSED = 256;
const BROTLI_QUALITY = 5;
/** Objects, strings and header lists around the bodies, as measured in bench/page-cache.ts. */
const OVERHEAD = 3_000;

/** Builds an answer off the event loop. `headers` are the ones beside those of coding, length and validation. */
export async function prepareAnswer(body: Buffer, headers: Headers): Promise<Answer> {
  const tag = createHash("sha256").update(body).digest("base64url").slice(0, 22);
  const identity = variant(`"${tag}"`, owned(body), headers);
  const worthIt = body.length >= SMALLEST_COMPRESSED && COMPRESSIBLE.test(headers["Content-Type"] ?? "");
  if (!worthIt) return { identity, gzip: identity, br: identity, bytes: identity.body.length + OVERHEAD };

  const [zipped, brotlied] = await Promise.all([
    compressedByGzip(body),
    compressedByBrotli(body, {
      params: {
        [constants.BROTLI_PARAM_QUALITY]: BROTLI_QUALITY,
        [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT,
        [constants.BROTLI_PARAM_SIZE_HINT]: body.length,
      },
    }),
  ]);
  const smaller = (encoding: Encoding, compressed: Buffer) =>
    compressed.length < body.length
      ? variant(`"${tag}-${encoding}"`, owned(compressed), { "Content-Encoding": encoding, ...headers })
      : identity;
  const variants = { identity, gzip: smaller("gzip", zipped), br: smaller("br", brotlied) };
  const bodies = new Set(Object.values(variants).map((each) => each.body));
  return { ...variants, bytes: [...bodies].reduce((sum, each) => sum + each.length, OVERHEAD) };
}

/** An answer as it is, never compressed, for what is made at once and not kept. */
export function plainAnswer(body: Buffer, headers: Headers): Answer {
  const tag = createHash("sha256").update(body).digest("base64url").slice(0, 22);
  const identity = variant(`"${tag}"`, body, headers);
  return { identity, gzip: identity, br: identity, bytes: body.length + OVERHEAD };
}

/** The variant that the reader already has, going by If-None-Match. */
export function knownVariant(answer: Answer, ifNoneMatch: string): Variant | undefined {
  if (ifNoneMatch === answer.br.etag) return answer.br;
  if (ifNoneMatch === answer.gzip.etag) return answer.gzip;
  for (const part of ifNoneMatch.split(",")) {
    const tag = part.trim().replace(/^W\//, "");
    if (tag === "*") return answer.identity;
    for (const known of [answer.br, answer.gzip, answer.identity]) if (tag === known.etag) return known;
  }
  return undefined;
}

const BODY_HEADERS = new Set(["Content-Type", "Content-Encoding", "Content-Length", "Link"]);

function variant(etag: string, body: Buffer, headers: Headers): Variant {
  const all: [string, string][] = [
    ...Object.entries(headers),
    ["Content-Length", String(body.length)],
    ["Vary", "Accept-Encoding"],
    ["ETag", etag],
  ];
  return {
    etag,
    body,
    headers: all.flat(),
    unchangedHeaders: all.filter(([name]) => !BODY_HEADERS.has(name)).flat(),
  };
}

/** A copy with memory of its own: small buffers share a pool, compressed ones are slices of a larger block. */
function owned(bytes: Buffer): Buffer {
  const copy = Buffer.allocUnsafeSlow(bytes.length);
  bytes.copy(copy);
  return copy;
}
