import type { IncomingHttpHeaders } from "node:http";

export interface Trust {
  siteUrl: string;
  /** How many proxies in front add to X-Forwarded-For. */
  proxies: number;
}

const LOOPBACK = ["localhost", "127.0.0.1", "[::1]"];
const FORWARDED =
  /^(forwarded|x-forwarded-.*|x-real-ip|x-chapar-.*|x-middleware-.*|x-nextjs-.*|content-security-policy.*)$/;

/**
 * Makes the headers of a request say what is true, before any other part reads them: the host is ours, the
 * forwarding headers name the real client, and nothing is left that only this program may say. Changes `headers`.
 * `x-chapar-path` tells pages their own address; `x-forwarded-for` holds exactly one address.
 */
export function makeTrue(headers: IncomingHttpHeaders, url: string, remoteAddress: string, trust: Trust): void {
  const site = new URL(trust.siteUrl);
  const client = clientAddress(headers["x-forwarded-for"], remoteAddress, trust.proxies);
  const host = trueHost(headers.host, site);
  for (const name of Object.keys(headers)) if (FORWARDED.test(name)) delete headers[name];
  headers.host = host;
  headers["x-forwarded-for"] = client;
  headers["x-forwarded-host"] = host;
  headers["x-forwarded-proto"] = site.protocol.slice(0, -1);
  headers["x-chapar-path"] = url;
}

/** The client as the outermost proxy of ours saw it; further left stands what strangers wrote. */
function clientAddress(forwarded: string | string[] | undefined, remoteAddress: string, proxies: number): string {
  if (proxies === 0) return plainAddress(remoteAddress);
  const hops = String(forwarded ?? "")
    .split(",")
    .flatMap((hop) => hop.trim() || []);
  return plainAddress(hops.at(-proxies) ?? hops[0] ?? remoteAddress);
}

/** IPv4 inside IPv6 is the same network as IPv4. */
const plainAddress = (address: string) => address.replace(/^::ffff:(?=\d+\.)/i, "");

/** The host of the public address, whatever was asked for; on one's own machine any of its names will do. */
function trueHost(asked: string | undefined, site: URL): string {
  if (!asked || !LOOPBACK.includes(site.hostname)) return site.host;
  const port = site.port ? `:${site.port}` : "";
  return LOOPBACK.some((name) => asked === name + port) ? asked : site.host;
}
