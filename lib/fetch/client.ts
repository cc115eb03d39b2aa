import { lookup as resolve } from "node:dns";
import type { LookupFunction } from "node:net";
import { buildConnector, Client } from "undici";
import { log } from "#lib/log";
import { isPublicAddress } from "./addresses.ts";
import { type Destination, destinationOf, Refused } from "./destination.ts";

const mostRedirects = 3;
const redirects = new Set([301, 302, 303, 307, 308]);

interface OutsideRequest {
  /** The answer is given up as soon as it is longer. */
  maxBytes: number;
  accept?: string | undefined;
  etag?: string | null | undefined;
  lastModified?: string | null | undefined;
  /** Statuses beside 200 that are answers too: what matters of them is the number. */
  alsoTakes?: readonly number[] | undefined;
  /** Sent as JSON, by POST. Every 2xx is a yes then, and a redirect is not followed: what was sent is for this address. */
  sends?: object | undefined;
}

type OutsideAnswer =
  | { kind: "unchanged" }
  | { kind: "status"; status: number }
  | {
      kind: "body";
      url: string;
      type: string | null;
      etag: string | null;
      lastModified: string | null;
      body: Buffer;
    };

/** The one thing that is said when an outside address gives nothing. Why stands in the log and in `cause`. */
export class FetchFailed extends Error {
  override name = "FetchFailed";
  constructor(cause: unknown) {
    super("The address could not be fetched.", { cause });
  }

  /** Is nothing there, for certain: no such host, or the answer that there is no such page? */
  get isNowhere(): boolean {
    const { cause } = this;
    if (cause instanceof Refused) return cause.status === 404 || cause.status === 410;
    return cause instanceof Error && "code" in cause && cause.code === "ENOTFOUND";
  }
}

interface ClientSettings {
  /** `host:port` that may be private. */
  allow: readonly string[];
  /** For everything together: names, connections, redirects, body. */
  timeoutMs?: number;
  /** Gives up what is under way. */
  until?: AbortSignal | undefined;
  resolver?: typeof resolve;
}

export type FetchOutside = (address: string, request: OutsideRequest) => Promise<OutsideAnswer>;

/**
 * A client for addresses that others chose: public hosts on the usual ports only, checked at every redirect on the address that
 * is really connected to; bounded in time and size; without cookies, credentials and proxies.
 */
export function outsideClient({ allow, timeoutMs = 10_000, until, resolver = resolve }: ClientSettings): FetchOutside {
  return async (address, request) => {
    const signal = AbortSignal.any([AbortSignal.timeout(timeoutMs), ...(until ? [until] : [])]);
    try {
      let destination = destinationOf(address, allow);
      for (let hop = 0; hop <= mostRedirects; hop++) {
        const answer = await visit(destination, request, signal, resolver);
        if (answer.kind !== "redirect") return answer;
        destination = destinationOf(answer.location, allow, destination.url);
      }
      throw new Refused("too many redirects");
    } catch (error) {
      const why = until?.aborted ? "given up" : `no whole answer within ${timeoutMs} ms`;
      const cause = signal.aborted ? new Refused(why, { cause: error }) : error;
      log.warn("an outgoing request failed", { address: withoutQuery(address), reason: reasonOf(cause) });
      throw new FetchFailed(cause);
    }
  };
}

type Hop = OutsideAnswer | { kind: "redirect"; location: string };

// A client for each hop: no connection outlives the check that it passed.
async function visit(
  { url, isNamed }: Destination,
  request: OutsideRequest,
  signal: AbortSignal,
  resolver: typeof resolve,
): Promise<Hop> {
  const client = new Client(url.origin, { connect: checkedConnector(isNamed, resolver), allowH2: false });
  // A request hears its own signal only once there is a connection; this also ends the wait for a name or a handshake.
  const giveUp = () => void client.destroy(new Refused("out of time")).catch(() => {});
  signal.addEventListener("abort", giveUp);
  if (signal.aborted) giveUp();
  try {
    const { statusCode, headers, body } = await client.request({
      method: request.sends ? "POST" : "GET",
      path: `${url.pathname}${url.search}`,
      headers: headersOf(request),
      ...(request.sends && { body: JSON.stringify(request.sends) }),
    });
    body.on("error", () => {});
    if (request.alsoTakes?.includes(statusCode) || (request.sends && statusCode >= 200 && statusCode < 300))
      return { kind: "status", status: statusCode };
    if (request.sends) throw new Refused(`status ${statusCode}`);
    if (redirects.has(statusCode)) {
      const location = only(headers.location);
      if (!location) throw new Refused("a redirect to nowhere");
      return { kind: "redirect", location };
    }
    if (statusCode === 304 && (request.etag || request.lastModified)) return { kind: "unchanged" };
    if (statusCode !== 200) throw new Refused(`status ${statusCode}`, { status: statusCode });
    const encoding = only(headers["content-encoding"]);
    if (encoding && encoding !== "identity") throw new Refused(`encoding ${encoding}`);
    if (Number(only(headers["content-length"]) ?? 0) > request.maxBytes) throw new Refused("too long");
    return {
      kind: "body",
      url: url.href,
      type: only(headers["content-type"]),
      etag: only(headers.etag),
      lastModified: only(headers["last-modified"]),
      body: await readUpTo(request.maxBytes, body),
    };
  } finally {
    signal.removeEventListener("abort", giveUp);
    await client.destroy().catch(() => {});
  }
}

function headersOf({ accept, etag, lastModified, sends }: OutsideRequest): Record<string, string> {
  return {
    accept: accept ?? "*/*",
    "accept-encoding": "identity",
    "user-agent": "Chapar",
    ...(sends ? { "content-type": "application/json" } : {}),
    ...(etag ? { "if-none-match": etag } : {}),
    ...(lastModified ? { "if-modified-since": lastModified } : {}),
  };
}

async function readUpTo(maxBytes: number, body: AsyncIterable<Buffer>): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of body) {
    length += chunk.length;
    if (length > maxBytes) throw new Refused("too long");
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

/** Names are resolved here and only public addresses handed on, so what was checked is what is connected to. */
function checkedConnector(isNamed: boolean, resolver: typeof resolve): buildConnector.connector {
  const mayConnect = (address: string | undefined) => isNamed || (address !== undefined && isPublicAddress(address));
  const lookup: LookupFunction = (hostname, options, callback) =>
    resolver(hostname, { ...options, all: true }, (error, addresses) => {
      if (error) return callback(error, []);
      const admitted = addresses.filter(({ address }) => mayConnect(address));
      const [first] = admitted;
      if (!first) return callback(new Refused(`${hostname} has no public address`), []);
      if (options.all) callback(null, admitted);
      else callback(null, first.address, first.family);
    });
  const connect = buildConnector({ allowH2: false, lookup });
  return (options, callback) =>
    connect(options, (...[error, socket]) => {
      if (error) return callback(error, null);
      if (mayConnect(socket.remoteAddress)) return callback(null, socket);
      socket.destroy();
      callback(new Refused(`connected to ${socket.remoteAddress}, which is not a public address`), null);
    });
}

const only = (header: string | string[] | undefined): string | null =>
  (Array.isArray(header) ? header[0] : header) ?? null;

/** Queries and credentials may be secrets. */
function withoutQuery(address: string): string {
  const url = URL.parse(address);
  return url ? `${url.protocol}//${url.host}${url.pathname}` : "not an address";
}

const reasonOf = (cause: unknown): string => (cause instanceof Error ? cause.message || cause.name : "unknown");
