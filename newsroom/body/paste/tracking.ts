import { safeHref } from "../links.ts";
import { targetOf } from "./redirects.ts";

/** Parameters that say who followed a link, never what stands behind it, on whatever site. */
const tracking = new RegExp(
  `^(?:${[
    "utm_\\w+|(?:pk|mtm|piwik|matomo)_\\w+|hsa_\\w+|at_(?:medium|campaign\\w*|creation|format|link\\w*|ptr_name|bbc_team|custom\\d)",
    "fbclid|fb_(?:action_ids|action_types|ref|source)|mibextid|igshid?|igsh",
    "gclid|gclsrc|gbraid|wbraid|dclid|gad_(?:source|campaignid)|_ga|_gl|srsltid",
    "yclid|ysclid|ymclid|_openstat|openstat|mc_cid|mc_eid|msclkid|twclid|ttclid|rdt_cid|li_fat_id|epik|sccid",
    "vero_id|mkt_tok|_hsenc|_hsmi|__hssc|__hstc|__hsfp|hsctatracking|oly_enc_id|oly_anon_id|wickedid|s_cid|xtor",
    "ref_src|ref_url|spm|__twitter_impression|_branch_match_id|guccounter|guce_referrer(?:_sig)?",
  ].join("|")})$`,
  "i",
);

/** Parameters that do so on these sites, and elsewhere may mean something else. */
const trackingOn: readonly { host: RegExp; names: RegExp }[] = [
  {
    host: /(?:^|\.)(?:youtube\.com|youtu\.be)$/,
    names: /^(?:si|feature|pp|ab_channel|source_ve_path|embeds_referring_\w+)$/,
  },
  { host: /(?:^|\.)(?:spotify\.com|soundcloud\.com)$/, names: /^si$/ },
  { host: /(?:^|\.)(?:x|twitter)\.com$/, names: /^(?:s|t|cn)$/ },
  {
    host: /(?:^|\.)(?:facebook\.com|fb\.watch)$/,
    names:
      /^(?:rdid|share_url|__tn__|__xts__.*|__cft__.*|eid|eav|paipv|ref|refid|refsrc|fref|hc_ref|hc_location|notif_id|notif_t|acontext)$/,
  },
  { host: /(?:^|\.)threads\.(?:com|net)$/, names: /^(?:xmt|slof)$/ },
  {
    host: /(?:^|\.)tiktok\.com$/,
    names: /^(?:_t|_r|is_from_webapp|is_copy_url|sender_\w+|share_\w+|tt_from|u_code|web_id)$/,
  },
  { host: /(?:^|\.)linkedin\.com$/, names: /^(?:trk|trackingId|lipi|lici|licu|rcm|refId|midToken|midSig|trkEmail)$/ },
  { host: /(?:^|\.)reddit\.com$/, names: /^(?:share_id|rdt|ref|ref_source|correlation_id)$/ },
  { host: /(?:^|\.)nytimes\.com$/, names: /^(?:smid|smtyp)$/ },
  {
    host: /(?:^|\.)google\.(?:[a-z]{2,3}|com?\.[a-z]{2})$/,
    names: /^(?:ved|ei|sei|sxsrf|sca_esv|sca_upv|gs_lc\w*|gs_lp|aqs|oq|rlz|uact|iflsig|entry|g_ep|g_st)$/,
  },
  { host: /(?:^|\.)(?:yandex\.[a-z.]{2,6}|ya\.ru|dzen\.ru)$/, names: /^(?:clid|suggest_reqid|stparid|share_to|rid)$/ },
];

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
  const url = parsed(address);
  return safeHref(url && targetOf(url));
}

/** The rest of the address stays letter by letter, since a server may mind how it is written. */
function withoutTracking(address: string): string {
  if (!/^https?:/i.test(address)) return address;
  const host = parsed(address)?.hostname ?? "";
  const here = trackingOn.filter((site) => site.host.test(host));
  const tracks = (name: string): boolean => tracking.test(name) || here.some(({ names }) => names.test(name));
  const [beforeHash = "", ...hash] = address.split("#");
  const [path = "", ...query] = beforeHash.split("?");
  const kept = query
    .join("?")
    .split("&")
    .filter((pair) => pair !== "" && !tracks(nameOf(pair)));
  return [path, kept.length > 0 ? `?${kept.join("&")}` : "", hash.length > 0 ? `#${hash.join("#")}` : ""].join("");
}

const nameOf = (pair: string): string => pair.split("=")[0] ?? "";

function parsed(address: string): URL | null {
  try {
    return new URL(address);
  } catch {
    return null;
  }
}
