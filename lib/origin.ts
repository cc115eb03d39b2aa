export interface Asked {
  /** The `Origin` header. */
  origin: string | null;
  /** The `Host` header. */
  host: string | null;
}

const LOOPBACK = ["localhost", "127.0.0.1", "[::1]"];

/**
 * Did a page of ours send this? Its origin must be the public address; as long as that is this very machine (nobody set SITE_URL),
 * whatever address the machine was called by will do, since a browser lets no other site say it.
 */
export function isOurOrigin({ origin, host }: Asked, siteUrl: string): boolean {
  if (!origin || origin === "null") return false;
  if (origin === siteUrl) return true;
  const site = new URL(siteUrl);
  return LOOPBACK.includes(site.hostname) && origin === `${site.protocol}//${host}`;
}
