/** What an address says of something that may be embedded. */
export type Reader = (url: URL) => { url: string; frame: string } | null;

export const hosts = (...names: string[]) => new Set(names.flatMap((name) => [name, `www.${name}`, `m.${name}`]));

export const partsOf = (url: URL): string[] => url.pathname.split("/").filter((part) => part !== "");

/** Addresses are copied with and without their scheme. */
export function urlOf(address: string): URL | null {
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
