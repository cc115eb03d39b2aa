import { isIP } from "node:net";
import { isPublicAddress } from "./addresses.ts";

/** Why a request was not made or its answer not taken. For the log, never for the one who asked. */
export class Refused extends Error {
  override name = "Refused";
  /** What the address answered, where that is why. */
  readonly status: number | null;

  constructor(why: string, { status = null, ...options }: ErrorOptions & { status?: number | null } = {}) {
    super(why, options);
    this.status = status;
  }
}

/** Where one hop of a request goes. */
export interface Destination {
  url: URL;
  /** The operator named this host and port in FETCH_ALLOW, so it may be a private one. */
  isNamed: boolean;
}

const usualPorts = new Set([80, 443]);

/**
 * Reads an address as a browser would (decimal and octal hosts become IP addresses) and says whether a request may start for it.
 * A host name still has to be resolved, and what it resolves to be checked.
 * @throws Refused
 */
export function destinationOf(address: string, allow: readonly string[], base?: URL): Destination {
  const url = URL.parse(address, base);
  if (!url) throw new Refused("not an address");
  if (url.protocol !== "http:" && url.protocol !== "https:") throw new Refused(`protocol ${url.protocol}`);
  if (url.username || url.password) throw new Refused("credentials in the address");
  const port = portOf(url);
  const isNamed = allow.some((entry) => names(entry, url.hostname, port));
  if (isNamed) return { url, isNamed };
  if (!usualPorts.has(port)) throw new Refused(`port ${port}`);
  const host = withoutBrackets(url.hostname);
  if (isIP(host) && !isPublicAddress(host)) throw new Refused(`${host} is not a public address`);
  return { url, isNamed };
}

/** As FETCH_ALLOW names it: for an address that the operator chose, which may be a private one. */
export function namedAs(address: string): string {
  const url = new URL(address);
  return `${url.hostname}:${portOf(url)}`;
}

const withoutBrackets = (hostname: string): string => hostname.replace(/^\[(.*)\]$/, "$1");

const portOf = (url: URL): number => Number(url.port || (url.protocol === "https:" ? 443 : 80));

function names(entry: string, hostname: string, port: number): boolean {
  const colon = entry.lastIndexOf(":");
  const host = URL.parse(`http://${entry.slice(0, colon)}/`)?.hostname;
  return host === hostname && Number(entry.slice(colon + 1)) === port;
}
