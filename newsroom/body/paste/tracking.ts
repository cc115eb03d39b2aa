import { safeHref } from "../links.ts";

/** Parameters that say who followed a link, never what stands behind it. */
const tracking =
  /^(?:utm_\w+|fbclid|gclid|gclsrc|gbraid|wbraid|dclid|yclid|ysclid|_openstat|mc_cid|mc_eid|igshid?|igsh|msclkid|twclid|ttclid|li_fat_id|vero_id|mkt_tok|_hsenc|_hsmi|__hssc|__hstc|__hsfp|hsctatracking|oly_enc_id|oly_anon_id|wickedid|s_cid|ref_src|ref_url|spm|_ga|_gl|srsltid)$/i;

/** How often one redirect may stand in another. */
const redirects = 5;

/** Where a link of another page leads, without what it says about its reader; null if it may not stand in a story. */
export function pastedHref(href: string): string | null {
  const safe = safeHref(href);
  // A path without a site belonged to the page that it was copied from.
  if (safe === null || !/^[a-z][a-z0-9+.-]*:/i.test(safe)) return null;
  let address = safe;
  for (let n = 0; n < redirects; n++) {
    const target = behindRedirect(address);
    if (target === null) break;
    address = target;
  }
  return safeHref(withoutTracking(address));
}

function behindRedirect(address: string): string | null {
  const url = URL.parse(address);
  if (!url) return null;
  const target = targetOf(url);
  return target !== null && /^https?:/i.test(target) ? safeHref(target) : null;
}

function targetOf({ hostname, pathname, searchParams }: URL): string | null {
  const host = hostname.replace(/^www\./, "");
  if (/^google\.[a-z.]{2,6}$/.test(host) && pathname === "/url")
    return searchParams.get("q") ?? searchParams.get("url");
  if (/^lm?\.(?:facebook|instagram)\.com$/.test(host)) return searchParams.get("u");
  if (/\.safelinks\.protection\.outlook\.com$/.test(host)) return searchParams.get("url");
  if (host === "vk.com" && pathname === "/away.php") return searchParams.get("to");
  return null;
}

/** The rest of the address stays letter by letter, since a server may mind how it is written. */
function withoutTracking(address: string): string {
  if (!/^https?:/i.test(address)) return address;
  const [beforeHash = "", ...hash] = address.split("#");
  const [path = "", ...query] = beforeHash.split("?");
  const kept = query
    .join("?")
    .split("&")
    .filter((pair) => pair !== "" && !tracking.test(nameOf(pair)));
  return [path, kept.length > 0 ? `?${kept.join("&")}` : "", hash.length > 0 ? `#${hash.join("#")}` : ""].join("");
}

const nameOf = (pair: string): string => pair.split("=")[0] ?? "";
