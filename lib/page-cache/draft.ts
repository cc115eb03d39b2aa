import type { Address } from "./addresses.ts";
import { type Answer, type Headers, prepareAnswer } from "./answer.ts";
import type { Recorded } from "./dependencies.ts";
import type { Rendering } from "./render.ts";
import { NeedsScript, stripFramework } from "./strip.ts";

/** The page itself failed; there is nothing of it to show. */
class PageFailed extends Error {
  override name = "PageFailed";
}

/** What came out of a render, and for how long it may be kept. */
export interface Draft {
  status: number;
  answer: Answer;
  keys: readonly string[];
  keep: "until an event" | "briefly" | "never";
  /** When time alone makes it wrong, in milliseconds since 1970. */
  until: number;
}

/** A page that is shown in the place of another. */
export interface StandIn {
  answer: Answer;
  keys: readonly string[];
}

export interface DraftOptions {
  /** Headers beside those of the page itself, such as what it may load. */
  headers: (kind: Address["kind"]) => Headers;
  /** `passing`: of a page that time alone makes wrong. */
  cacheControl: { page: string; passing: string; missing: string };
  /** What is shown where there is no page, or none any more. */
  standIn: (what: "missing" | "withdrawn") => Promise<StandIn>;
  complain: (message: string, fields: Readonly<Record<string, unknown>>) => void;
}

/** Turns one render into what readers get. Throws `PageFailed` for an answer that says that something broke. */
export async function draftOf(
  address: Address,
  { result, keys, gone, moved, until }: Recorded<Rendering>,
  options: DraftOptions,
): Promise<Draft> {
  const { status, headers } = result;
  if (status >= 500) throw new PageFailed(`${address.url} answered ${status}.`);
  if (address.kind === "stand-in") {
    const answer = await prepared(address, result, options.cacheControl.missing, options);
    return { status: 200, answer, keys, keep: "until an event", until };
  }
  if (gone !== null) {
    const withdrawn = await options.standIn("withdrawn");
    return {
      status: gone,
      answer: withdrawn.answer,
      keys: [...keys, ...withdrawn.keys],
      keep: "until an event",
      until,
    };
  }
  if (moved !== null) {
    const headers = { Location: moved, "Cache-Control": options.cacheControl.page, ...options.headers(address.kind) };
    return { status: 308, answer: await prepareAnswer(Buffer.alloc(0), headers), keys, keep: "until an event", until };
  }
  // The framework answers a missing page with an empty body that only script fills.
  if (status === 404)
    return { status, answer: (await options.standIn("missing")).answer, keys, keep: "briefly", until };

  if (address.kind === "document" && status === 200 && !isHtml(result)) {
    throw new PageFailed(`${address.url} is not a document but ${headers["content-type"]}.`);
  }
  const setsCookie = headers["set-cookie"] !== undefined;
  if (setsCookie) options.complain("A page for readers set a cookie. It was dropped.", { url: address.url });
  const mayKeep = KEPT.has(status) && !setsCookie && !address.unkept;
  const { page, passing } = options.cacheControl;
  const cacheControl = !mayKeep ? "no-store" : until === Number.POSITIVE_INFINITY ? page : passing;
  const answer = await prepared(address, result, cacheControl, options);
  return { status, answer, keys, keep: mayKeep ? "until an event" : "never", until };
}

const KEPT = new Set([200, 301, 308]);

const isHtml = ({ headers }: Rendering) => String(headers["content-type"]).startsWith("text/html");

async function prepared(
  address: Address,
  { status, headers, body }: Rendering,
  cacheControl: string,
  options: DraftOptions,
): Promise<Answer> {
  const always: Headers = {
    "Cache-Control": cacheControl,
    ...(headers.location === undefined ? {} : { Location: String(headers.location) }),
    ...options.headers(address.kind),
  };
  if (status >= 300 && status < 400) return prepareAnswer(Buffer.alloc(0), always);

  const link = documentLinks(headers.link);
  const type = String(headers["content-type"] ?? "application/octet-stream");
  return prepareAnswer(address.kind === "data" ? body : stripped(address, body, options), {
    "Content-Type": type,
    ...(link ? { Link: link } : {}),
    ...always,
  });
}

function stripped({ url }: Address, body: Buffer, { complain }: DraftOptions): Buffer {
  try {
    return Buffer.from(stripFramework(body.toString("utf8")));
  } catch (error) {
    if (!(error instanceof NeedsScript)) throw error;
    complain("A page for readers was sent with the framework's script.", { url, reason: error.message });
    return body;
  }
}

/** Fonts and styles that the page asks for early; the framework's scripts are not among them any more. */
function documentLinks(link: number | string | string[] | undefined): string {
  return [link ?? []]
    .flat()
    .flatMap((value) => String(value).split(/,\s*(?=<)/))
    .filter((value) => !/;\s*(as="?script"?|rel="?modulepreload"?)/i.test(value))
    .join(", ");
}
