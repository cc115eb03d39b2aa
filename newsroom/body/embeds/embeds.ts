import { type Reader, urlOf } from "./address.ts";
import { googleMaps, openstreetmap, yandexMaps } from "./maps.ts";
import { instagram, telegram, x, youtube } from "./posts.ts";

/** Who may be embedded. A closed list: what is not here is refused. */
export interface Provider {
  /** As it stands in classes and data attributes. */
  name: "youtube" | "x" | "telegram" | "instagram" | "openstreetmap" | "google-maps" | "yandex-maps";
  label: string;
  /** What one gets to see there. */
  kind: "video" | "post" | "map";
  /** What browsers may load into a frame for it, as Content-Security-Policy writes it. */
  frameSource: string;
}

export interface EmbedAddress {
  provider: Provider;
  /** The plain public address, one for all ways of writing it. */
  url: string;
  /** What goes into the sandboxed frame once a reader asks for it. */
  frame: string;
}

const readers: readonly { provider: Provider; read: Reader }[] = [
  {
    provider: {
      name: "youtube",
      label: "YouTube",
      kind: "video",
      frameSource: "https://www.youtube-nocookie.com/embed/",
    },
    read: youtube,
  },
  { provider: { name: "x", label: "X", kind: "post", frameSource: "https://platform.twitter.com/embed/" }, read: x },
  { provider: { name: "telegram", label: "Telegram", kind: "post", frameSource: "https://t.me" }, read: telegram },
  {
    provider: { name: "instagram", label: "Instagram", kind: "post", frameSource: "https://www.instagram.com/p/" },
    read: instagram,
  },
  {
    provider: {
      name: "openstreetmap",
      label: "OpenStreetMap",
      kind: "map",
      frameSource: "https://www.openstreetmap.org/export/embed.html",
    },
    read: openstreetmap,
  },
  {
    provider: { name: "google-maps", label: "Google Maps", kind: "map", frameSource: "https://www.google.com/maps" },
    read: googleMaps,
  },
  {
    provider: {
      name: "yandex-maps",
      label: "Yandex Maps",
      kind: "map",
      frameSource: "https://yandex.com/map-widget/v1/",
    },
    read: yandexMaps,
  },
];

export const embedProviders: readonly Provider[] = readers.map(({ provider }) => provider);

const namesIn = /\b(src|href|data-instgrm-permalink|data-telegram-post)=["']([^"'<>]{1,2000})["']/gi;

/** What somebody pasted to be embedded: an address, or the code that a site gives for it, of which the address alone is taken. */
export function embedIn(pasted: string): EmbedAddress | null {
  if (!pasted.trimStart().startsWith("<")) return embedOf(pasted);
  for (const [, name = "", value = ""] of pasted.matchAll(namesIn)) {
    const address =
      name.toLowerCase() === "data-telegram-post" ? `https://t.me/${value}` : value.replaceAll("&amp;", "&");
    const found = embedOf(address);
    if (found) return found;
  }
  return null;
}

/** A pasted address as an embed; null for what nobody on the list answers to. */
export function embedOf(address: string): EmbedAddress | null {
  const url = urlOf(address.trim());
  if (!url) return null;
  for (const { provider, read } of readers) {
    const found = read(url);
    if (found) return { provider, ...found };
  }
  return null;
}
