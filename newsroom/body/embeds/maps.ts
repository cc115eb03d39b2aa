import { hosts, partsOf, type Reader } from "./address.ts";

/** The zoom where an address does not say it: some streets. */
const nearby = "15";

const openstreetmapHosts = hosts("openstreetmap.org", "osm.org");

export const openstreetmap: Reader = (url) => {
  if (!openstreetmapHosts.has(url.hostname)) return null;
  const { searchParams } = url;
  const [mlat, mlon] = [searchParams.get("mlat") ?? "", searchParams.get("mlon") ?? ""];
  const [, zoom = nearby, latitude = mlat, longitude = mlon] =
    /^#map=(\d{1,2})\/(-?\d{1,2}(?:\.\d{1,7})?)\/(-?\d{1,3}(?:\.\d{1,7})?)/.exec(url.hash) ?? [];
  const place = placeOf(latitude, longitude, zoom);
  if (!place) return null;
  const marker = placeOf(mlat, mlon, zoom);
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

const googleHost = /^(?:(?:www|m|maps)\.)?google\.(?:[a-z]{2,3}|com?\.[a-z]{2})$/;

export const googleMaps: Reader = (url) => {
  const parts = partsOf(url);
  const isMaps = parts[0] === "maps" || (parts.length === 0 && url.hostname.startsWith("maps."));
  if (!googleHost.test(url.hostname) || !isMaps || parts[1] === "dir" || parts[1] === "d") return null;
  const asked = url.searchParams.get("q") ?? url.searchParams.get("query") ?? "";
  const name = (parts[1] === "place" || parts[1] === "search" ? wordsIn(parts[2] ?? "") : "") || nameIn(asked);
  const view = parts.find((part) => part.startsWith("@"));
  const place = view ? viewOf(view) : centreOf(url.searchParams, name);
  if (!place)
    return view || name === ""
      ? null
      : {
          url: `https://www.google.com/maps?q=${encodeURIComponent(name)}`,
          frame: `https://www.google.com/maps?q=${encodeURIComponent(name)}&output=embed`,
        };
  const point = `${place.latitude},${place.longitude}`;
  const where = name ? `place/${encodeURIComponent(name)}/` : "";
  const shown = place.metres === null ? `${place.zoom}z` : `${place.metres}m/data=!3m1!1e3`;
  const satellite = place.metres === null ? "" : "&t=k";
  return {
    url: `https://www.google.com/maps/${where}@${point},${shown}`,
    frame: `https://www.google.com/maps?q=${encodeURIComponent(name || point)}&ll=${point}&z=${place.zoom}${satellite}&output=embed`,
  };
};

/** "@42.87,74.57,15z" is a map, "@42.87,74.57,1234m" a picture from above, as many metres high. */
function viewOf(view: string) {
  const [, latitude = "", longitude = "", size = "", unit] =
    /^@(-?[\d.]+),(-?[\d.]+),(\d{1,8}(?:\.\d{1,20})?)([zm])/.exec(view) ?? [];
  if (unit !== "m") return withMetres(placeOf(latitude, longitude, size), null);
  const metres = Math.round(Number(size));
  return metres > 0 ? withMetres(placeOf(latitude, longitude, zoomOf(metres, Number(latitude))), metres) : null;
}

const withMetres = (place: ReturnType<typeof placeOf>, metres: number | null) => place && { ...place, metres };

/** As near as a window of usual height shows so many metres. */
const zoomOf = (metres: number, latitude: number): string => {
  const zoom = Math.log2((156_543 * Math.cos((latitude * Math.PI) / 180) * 800) / metres);
  return String(Math.min(22, Math.max(0, Math.round(zoom))));
};

const coordinates = /^(-?\d{1,2}(?:\.\d+)?),[ +]?(-?\d{1,3}(?:\.\d+)?)$/;

/** What the parameters of an address without a view are about. */
function centreOf(parameters: URLSearchParams, name: string) {
  const centre = parameters.get("ll") ?? parameters.get("center") ?? name;
  const [, latitude = "", longitude = ""] = coordinates.exec(centre) ?? [];
  return withMetres(placeOf(latitude, longitude, parameters.get("z") ?? nearby), null);
}

const yandexHost = /^(?:(?:www|m|maps)\.)?yandex\.(?:com?\.)?[a-z]{2,3}$/;

export const yandexMaps: Reader = (url) => {
  const parts = partsOf(url);
  const { searchParams } = url;
  if (!yandexHost.test(url.hostname) || parts[0] !== "maps" || searchParams.has("rtext")) return null;
  const company = parts.includes("org") ? parts.find((part) => /^\d{6,20}$/.test(part)) : undefined;
  const pin = pointOf(searchParams.get("whatshere[point]") ?? searchParams.get("pt"));
  const centre = pointOf(searchParams.get("ll")) ?? pin;
  const zoom = searchParams.get("z") ?? searchParams.get("whatshere[zoom]") ?? nearby;
  const place = centre && placeOf(centre.latitude, centre.longitude, zoom);
  if (!place) return null;
  const shown = `ll=${place.longitude}%2C${place.latitude}&z=${place.zoom}${pin ? `&pt=${pin.longitude}%2C${pin.latitude}` : ""}`;
  return {
    url: `https://yandex.com/maps/${company ? `org/${company}/` : ""}?${shown}`,
    frame: `https://yandex.com/map-widget/v1/?${shown}${company ? `&mode=search&ol=biz&oid=${company}` : ""}`,
  };
};

/** Yandex names the longitude first. */
function pointOf(point: string | null) {
  const [, longitude, latitude] =
    /^(-?\d{1,3}(?:\.\d{1,15})?),(-?\d{1,2}(?:\.\d{1,15})?)(?:,\w+)?$/.exec(point ?? "") ?? [];
  return longitude && latitude ? { longitude, latitude } : null;
}

function placeOf(latitude: string, longitude: string, zoom: string) {
  if (![latitude, longitude, zoom].every((part) => /^-?\d{1,3}(\.\d{1,20})?$/.test(part))) return null;
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
    return nameIn(decodeURIComponent(part.replaceAll("+", " ")));
  } catch {
    return "";
  }
}

const nameIn = (words: string): string => words.trim().slice(0, 100);
