interface Redirect {
  host: RegExp;
  path?: RegExp;
  /** Parameters that may hold the address behind it; none where all after the question mark is that address. */
  target: readonly string[];
}

/** Pages that only note who leaves, and lead on. A page that is no such one may have an address in its own address. */
const redirects: readonly Redirect[] = [
  { host: /^(?:[a-z]+\.)?google\.(?:[a-z]{2,3}|com?\.[a-z]{2})$/, path: /^\/url$/, target: ["q", "url"] },
  { host: /^lm?\.(?:facebook|instagram|messenger|threads|workplace)\.(?:com|net)$/, target: ["u"] },
  { host: /^l\.wl\.co$/, path: /^\/l$/, target: ["u"] },
  {
    host: /\.safelinks\.protection\.(?:outlook|office365|microsoft|partner\.outlook)\.(?:com|us|cn)$/,
    target: ["url"],
  },
  { host: /^statics\.teams\.cdn\.office\.net$/, path: /\/safelinks\//, target: ["url"] },
  { host: /^(?:(?:m|away)\.)?vk(?:ontakte)?\.(?:com|ru)$/, path: /^\/away(?:\.php)?$/, target: ["to"] },
  { host: /^(?:m\.)?ok\.ru$/, path: /^\/dk$/, target: ["st.link"] },
  { host: /^checklink\.mail\.ru$/, path: /^\/proxy$/, target: ["url"] },
  { host: /^sba\.yandex\.(?:net|ru|com)$/, path: /^\/redirect$/, target: ["url"] },
  { host: /^(?:t|telegram)\.me$/, path: /^\/iv$/, target: ["url"] },
  { host: /^(?:(?:m|music)\.)?youtube\.com$/, path: /^\/redirect$/, target: ["q"] },
  { host: /^slack-redir\.net$/, path: /^\/link$/, target: ["url"] },
  { host: /^linkedin\.com$/, path: /^\/(?:safety\/go|redir\/redirect)$/, target: ["url"] },
  { host: /^duckduckgo\.com$/, path: /^\/l$/, target: ["uddg"] },
  { host: /^out\.reddit\.com$/, target: ["url"] },
  { host: /^exit\.sc$/, path: /^$/, target: ["url"] },
  { host: /^steamcommunity\.com$/, path: /^\/linkfilter$/, target: ["u", "url"] },
  { host: /^(?:href\.li|anonym\.to)$/, path: /^$/, target: [] },
];

/** The address that a redirect leads to, as it stands in it; null for an address that is none. */
export function targetOf({ hostname, pathname, search, searchParams }: URL): string | null {
  const host = hostname.replace(/^www\./, "");
  const page = pathname.replace(/\/+$/, "");
  const found = redirects.find((redirect) => redirect.host.test(host) && (redirect.path?.test(page) ?? true));
  if (!found) return null;
  const targets = found.target.length > 0 ? found.target.map((name) => searchParams.get(name)) : [search.slice(1)];
  return targets.find((target) => target !== null && /^https?:/i.test(target)) ?? null;
}
