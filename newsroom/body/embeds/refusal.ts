import { urlOf } from "./address.ts";
import { embedProviders } from "./embeds.ts";

interface Refused {
  host: RegExp;
  /** All after the host: path, parameters and hash. */
  rest?: RegExp;
  why: string;
}

const short =
  "This is a short link, which only leads on to another address. Open it, and copy the long address that the browser shows then.";
const isRoute =
  "A route cannot be embedded: readers would get a map without it. Paste the address of a place, or link the words.";

const refused: readonly Refused[] = [
  { host: /^(?:maps\.app\.goo\.gl|goo\.gl|g\.co|go\.2gis\.com|bit\.ly|t\.co|tinyurl\.com|is\.gd)$/, why: short },
  { host: /^(?:clck\.ru|vk\.cc|lnkd\.in|ow\.ly|buff\.ly)$/, why: short },
  { host: /^(?:osm\.org|openstreetmap\.org)$/, rest: /^\/go\//, why: short },
  { host: /^yandex\./, rest: /^\/maps\/-\//, why: short },
  { host: /^instagram\.com$/, rest: /^\/share\//, why: short },
  {
    host: /^instagram\.com$/,
    rest: /^\/stories\//,
    why: "A story of Instagram is gone after a day. Paste the address of a post or a reel.",
  },
  { host: /(?:^|\.)google\./, rest: /^\/maps\/dir\b/, why: isRoute },
  {
    host: /(?:^|\.)google\./,
    rest: /^\/maps\/d\//,
    why: "A map that somebody made in My Maps cannot be embedded: readers would get one without what is drawn on it. Link the words.",
  },
  { host: /^yandex\./, rest: /^\/maps\/.*\brtext=/, why: isRoute },
  {
    host: /(?:^|\.)google\./,
    rest: /^\/maps\/(?:.*\/)?@[-\d.,]+a,/,
    why: "A view from the street or in 3D cannot be embedded. Switch to the map there, and copy its address.",
  },
  {
    host: /(?:^|\.)2gis\./,
    why: "2GIS lets no page show one of its maps by its address. Embed the same place from OpenStreetMap, Google Maps or Yandex Maps, or link the words.",
  },
  { host: /^(?:t|telegram)\.me$/, rest: /^\/c\//, why: "This post is in a private channel: only its members see it." },
];

const names = new Intl.ListFormat("en", { type: "disjunction" }).format(embedProviders.map(({ label }) => label));

/** What is embedded, for those who are asked for an address. */
export const embeddable = `One video, post or map on ${names}.`;

/** Why an address cannot be embedded, and what to paste instead. */
export function embedRefusal(address: string): string {
  const url = urlOf(address.trim());
  const host = url?.hostname.replace(/^(?:www|m)\./, "") ?? "";
  const rest = url ? url.pathname + url.search + url.hash : "";
  const found = refused.find((one) => one.host.test(host) && (one.rest?.test(rest) ?? true));
  return (
    found?.why ??
    `This address cannot be embedded. Paste the address of one video, post or map on ${names}, as the browser shows it.`
  );
}
