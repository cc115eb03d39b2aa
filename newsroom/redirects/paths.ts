import { canonicalPath } from "#lib/page-cache/addresses";
import { Slug } from "../kernel/slug.ts";
import { feedName, isStandingPage } from "../stories/published/standing-pages.ts";

/** What somebody wrote, understood; or why it cannot be. */
export type Understood<Value> = { ok: true; value: Value } | { ok: false; problem: string };

const no = (problem: string): { ok: false; problem: string } => ({ ok: false, problem });
const yes = <Value>(value: Value): { ok: true; value: Value } => ({ ok: true, value });

/** The program's own: nothing of it can be led elsewhere. */
const ofTheProgram = /^\/(desk|api|_next|islands|collab|preview|sign-in|sign-out|set-password)(\/|$)/i;
const longestPath = 1_000;

/** The path that a redirect starts from, in its one spelling. An address of this site may be pasted whole. */
export function redirectStart(written: string, siteUrl: string): Understood<string> {
  const url = onThisSite(written, siteUrl);
  if (url === null) return no("Please give a path of this site, such as /about-us.");
  if (url.search !== "" || url.hash !== "")
    return no("Please leave out what stands behind “?” or “#”: it is not looked at.");
  const path = spelt(url);
  if (path === null) return no("This is no path that a browser could ask for.");
  if (ofTheProgram.test(path)) return no("This address belongs to the program itself.");
  if (isStandingPage(path)) return no("There is a page at this address.");
  return yes(path);
}

/** Where a redirect leads: a path of this site or an https address elsewhere. */
export function redirectEnd(written: string, siteUrl: string): Understood<string> {
  const url = onThisSite(written, siteUrl);
  if (url === null) return elsewhere(written);
  const path = spelt(url);
  if (path === null) return no("This is no path that a browser could ask for.");
  if (url.search !== "" || url.hash !== "") return no("Please leave out what stands behind “?” or “#”.");
  if (ofTheProgram.test(path)) return no("Readers have nothing to do there.");
  return yes(path);
}

function spelt(url: URL): string | null {
  const path = canonicalPath(url.pathname);
  return path !== null && path.length <= longestPath ? path : null;
}

function elsewhere(written: string): Understood<string> {
  const url = URL.parse(written.trim());
  if (url?.protocol !== "https:" || url.username !== "" || url.password !== "")
    return no("Please give a path of this site, or an address that begins with https://.");
  return yes(url.href);
}

/** The address if it is one of this site: a path, or the whole of it. */
function onThisSite(written: string, siteUrl: string): URL | null {
  const text = written.trim();
  const site = new URL(siteUrl);
  // Browsers read a second slash, also a reversed one, as the beginning of another host.
  if (!text.isWellFormed() || /^\/[/\\]/.test(text)) return null;
  const url = text.startsWith("/") ? URL.parse(text, site) : URL.parse(text);
  return url?.origin === site.origin && url.username === "" && url.password === "" ? url : null;
}

/** What kind of page can stand at a path. */
export type Place =
  | { kind: "story"; language: string | null; slug: string }
  | {
      kind: "section" | "tag" | "author";
      slug: string /** `/feed.xml`, if it is the feed of that page; else empty. */;
      feed: string;
    }
  | { kind: "standing" | "other" };

/** Which page a path names, whether or not there is one. `language` is null for the newsroom's own. */
export function placeAt(path: string): Place {
  if (isStandingPage(path)) return { kind: "standing" };
  const [first = "", second = "", third = "", ...more] = path.slice(1).split("/");
  if (more.length > 0) return { kind: "other" };
  if (third !== "" && second === "stories" && isSlug(third)) return { kind: "story", language: first, slug: third };
  if (!isSlug(second)) return { kind: "other" };
  if (first === "stories" && third === "") return { kind: "story", language: null, slug: second };
  const kind = ({ sections: "section", tags: "tag", authors: "author" } as const)[first];
  if (!kind || (third !== "" && !feedName.test(third))) return { kind: "other" };
  return { kind, slug: second, feed: third && `/${third}` };
}

const isSlug = (segment: string): boolean => Slug.safeParse(segment).success;
