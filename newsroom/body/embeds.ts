/** Who may be embedded. A closed list: what is not here is refused. */
export interface Provider {
  /** As it stands in classes and data attributes. */
  name: "youtube" | "x" | "telegram" | "instagram" | "openstreetmap" | "google-maps";
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

type Reader = (url: URL) => { url: string; frame: string } | null;

const hosts = (...names: string[]) => new Set(names.flatMap((name) => [name, `www.${name}`, `m.${name}`]));

const youtubeHosts = hosts("youtube.com", "youtube-nocookie.com", "music.youtube.com");
const videoId = /^[\w-]{11}$/;

const youtube: Reader = (url) => {
  const [first = "", second = ""] = partsOf(url);
  const isShort = url.hostname === "youtu.be";
  if (!isShort && !youtubeHosts.has(url.hostname)) return null;
  const id = isShort
    ? first
    : ["embed", "shorts", "live", "v"].includes(first)
      ? second
      : first === "watch"
        ? (url.searchParams.get("v") ?? "")
        : "";
  if (!videoId.test(id)) return null;
  const start = secondsIn(url.searchParams.get("t") ?? url.searchParams.get("start"));
  return {
    url: `https://www.youtube.com/watch?v=${id}${start ? `&t=${start}s` : ""}`,
    frame: `https://www.youtube-nocookie.com/embed/${id}${start ? `?start=${start}` : ""}`,
  };
};

/** "90", "90s" or "1m30s". */
function secondsIn(time: string | null): number {
  const [, hours = "0", minutes = "0", seconds = "0"] =
    /^(?:(\d{1,2})h)?(?:(\d{1,3})m)?(?:(\d{1,5})s?)?$/.exec(time ?? "") ?? [];
  return Number(hours) * 3_600 + Number(minutes) * 60 + Number(seconds);
}

const xHosts = hosts("x.com", "twitter.com", "mobile.twitter.com");

const x: Reader = (url) => {
  const [user = "", status, id = ""] = partsOf(url);
  if (!xHosts.has(url.hostname) || !/^status(es)?$/.test(status ?? "")) return null;
  if (!/^\w{1,15}$/.test(user) || !/^\d{5,20}$/.test(id)) return null;
  return {
    url: `https://x.com/${user}/status/${id}`,
    frame: `https://platform.twitter.com/embed/Tweet.html?id=${id}&dnt=true`,
  };
};

const telegramHosts = new Set(["t.me", "telegram.me"]);

const telegram: Reader = (url) => {
  const parts = partsOf(url);
  const [channel = "", post = ""] = parts[0] === "s" ? parts.slice(1) : parts;
  if (!telegramHosts.has(url.hostname) || !/^[a-z]\w{3,31}$/i.test(channel) || !/^\d{1,12}$/.test(post)) return null;
  return { url: `https://t.me/${channel}/${post}`, frame: `https://t.me/${channel}/${post}?embed=1` };
};

const instagramHosts = hosts("instagram.com");

const instagram: Reader = (url) => {
  const parts = partsOf(url);
  const at = parts.findIndex((part) => ["p", "reel", "reels", "tv"].includes(part));
  const id = at === 0 || at === 1 ? (parts[at + 1] ?? "") : "";
  if (!instagramHosts.has(url.hostname) || !/^[\w-]{5,40}$/.test(id)) return null;
  return { url: `https://www.instagram.com/p/${id}/`, frame: `https://www.instagram.com/p/${id}/embed/` };
};

const openstreetmapHosts = hosts("openstreetmap.org");

const openstreetmap: Reader = (url) => {
  if (!openstreetmapHosts.has(url.hostname)) return null;
  const [, zoom = "", latitude = "", longitude = ""] =
    /^#map=(\d{1,2})\/(-?\d{1,2}(?:\.\d{1,7})?)\/(-?\d{1,3}(?:\.\d{1,7})?)/.exec(url.hash) ?? [];
  const place = placeOf(latitude, longitude, zoom);
  if (!place) return null;
  const marker = placeOf(url.searchParams.get("mlat") ?? "", url.searchParams.get("mlon") ?? "", zoom);
  const pin = marker ? `?mlat=${marker.latitude}&mlon=${marker.longitude}` : "";
  // A map of this zoom is about two tiles wide and one high.
  const [width, height] = [720 / 2 ** place.zoom, 250 / 2 ** place.zoom];
  const box = [
    place.longitude - width / 2,
    place.latitude - height / 2,
    place.longitude + width / 2,
    place.latitude + height / 2,
  ].map((degrees) => degrees.toFixed(5));
  return {
    url: `https://www.openstreetmap.org/${pin}#map=${place.zoom}/${place.latitude}/${place.longitude}`,
    frame: `https://www.openstreetmap.org/export/embed.html?bbox=${box.join("%2C")}&layer=mapnik${marker ? `&marker=${marker.latitude}%2C${marker.longitude}` : ""}`,
  };
};

const googleHosts = hosts("google.com", "maps.google.com");

const googleMaps: Reader = (url) => {
  const [maps, ...parts] = partsOf(url);
  if (!googleHosts.has(url.hostname) || maps !== "maps") return null;
  const name = parts[0] === "place" ? wordsIn(parts[1] ?? "") : "";
  const [, latitude = "", longitude = "", zoom = ""] =
    parts.map((part) => /^@(-?[\d.]+),(-?[\d.]+),([\d.]+)z/.exec(part)).find((found) => found !== null) ?? [];
  const place = placeOf(latitude, longitude, zoom);
  if (!place) return null;
  const point = `${place.latitude},${place.longitude}`;
  const where = name ? `place/${encodeURIComponent(name)}/` : "";
  return {
    url: `https://www.google.com/maps/${where}@${point},${place.zoom}z`,
    frame: `https://www.google.com/maps?q=${encodeURIComponent(name || point)}&ll=${point}&z=${place.zoom}&output=embed`,
  };
};

function placeOf(latitude: string, longitude: string, zoom: string) {
  if (![latitude, longitude, zoom].every((part) => /^-?\d{1,3}(\.\d{1,12})?$/.test(part))) return null;
  const place = {
    latitude: Number(Number(latitude).toFixed(6)),
    longitude: Number(Number(longitude).toFixed(6)),
    zoom: Math.round(Number(zoom)),
  };
  const isOnEarth = Math.abs(place.latitude) <= 90 && Math.abs(place.longitude) <= 180;
  return isOnEarth && place.zoom >= 0 && place.zoom <= 22 ? place : null;
}

/** A path's part as words: "Osh+Bazaar" is "Osh Bazaar". */
function wordsIn(part: string): string {
  try {
    return decodeURIComponent(part.replaceAll("+", " ")).trim().slice(0, 100);
  } catch {
    return "";
  }
}

const partsOf = (url: URL): string[] => url.pathname.split("/").filter((part) => part !== "");

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
];

export const embedProviders: readonly Provider[] = readers.map(({ provider }) => provider);

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

/** Addresses are copied with and without their scheme. */
function urlOf(address: string): URL | null {
  if (address.length > 2_000 || /[\s\\]/.test(address)) return null;
  try {
    const url = new URL(/^[a-z][a-z0-9+.-]*:/i.test(address) ? address : `https://${address}`);
    const isPlain =
      (url.protocol === "https:" || url.protocol === "http:") && !url.username && !url.password && !url.port;
    return isPlain ? url : null;
  } catch {
    return null;
  }
}
