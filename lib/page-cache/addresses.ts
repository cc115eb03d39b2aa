/** What a URL of a page comes down to: one key for all its spellings that may be answered. */
export interface Address {
  key: string;
  /** Path and declared query parameters: what the page is rendered from. */
  url: string;
  /** A document has the framework's script taken out; data goes as it is; a stand-in is shown in the place of others. */
  kind: "document" | "data" | "stand-in";
  /** Made anew for everybody who asks and never stored: it may say anything, so there is no end of such addresses. */
  unkept?: true;
}

export interface PagePattern {
  /** `/tags/:slug`; a parameter is one segment. */
  path: string;
  kind?: "document" | "data";
  unkept?: true;
  /** What a parameter can be; anything else is missing without asking the page. */
  parameters?: Readonly<Record<string, (segment: string) => boolean>>;
  /** The query parameters that the page reads, and the value that means the same as none. All others are ignored. */
  query?: Readonly<Record<string, { fits: (value: string) => boolean; standard?: string }>>;
}

export type Place =
  | { is: "page"; address: Address }
  /** A page under another spelling; `to` is where it lives. */
  | { is: "misspelt"; to: string }
  /** Nobody answers here. */
  | { is: "missing" }
  /** A client of the framework asks for a page in pieces; pages for readers are not given out so. */
  | { is: "in pieces" }
  /** Not a page for readers. */
  | { is: "elsewhere" };

export interface Site {
  pages: readonly PagePattern[];
  /** Pages that are only shown in the place of others, with another status. */
  hidden?: readonly string[];
  /** Whether something beside these pages answers at a path. */
  answersElsewhere(path: string): boolean;
}

/** Makes the function that says what a request's URL means. */
export function placesOf(site: Site): (url: string) => Place {
  const patterns = site.pages.map((pattern) => ({ pattern, segments: pattern.path.split("/") }));
  return (url) => {
    const { path: written, query } = splitUrl(url);
    const path = canonicalPath(written);
    if (path === null) return { is: "missing" };
    const segments = path.split("/");
    const found = patterns.find(
      (candidate) => isLike(candidate.segments, segments) && parametersFit(candidate, segments),
    );
    if (!found && !site.hidden?.includes(path) && site.answersElsewhere(path)) {
      return path === written ? { is: "elsewhere" } : { is: "misspelt", to: path + query };
    }
    if (/[?&]_rsc(=|&|$)/.test(query)) return { is: "in pieces" };
    if (!found) return { is: "missing" };
    if (path !== written) return { is: "misspelt", to: path + query };
    const declared = declaredQuery(found.pattern, query);
    if (declared === null) return { is: "missing" };
    return { is: "page", address: addressOf(found.pattern, path + declared) };
  };
}

const addressOf = ({ kind = "document", unkept }: PagePattern, url: string): Address => ({
  key: url,
  url,
  kind,
  ...(unkept && { unkept }),
});

function splitUrl(url: string): { path: string; query: string } {
  const relative = url.replace(/^[a-z][a-z0-9+.-]*:\/\/[^/?#]*/i, "");
  const hash = relative.indexOf("#");
  const whole = hash < 0 ? relative : relative.slice(0, hash);
  const question = whole.indexOf("?");
  return question < 0
    ? { path: whole || "/", query: "" }
    : { path: whole.slice(0, question) || "/", query: whole.slice(question) };
}

const CANONICAL = /^(?:\/|(?:\/[A-Za-z0-9_~-][A-Za-z0-9._~-]*)+)$/;
const LONGEST_PATH = 2_000;

/** The one spelling of a path: single slashes, no dot segments, nothing escaped without need. Null if it is not a path at all. */
export function canonicalPath(written: string): string | null {
  if (written.length > LONGEST_PATH) return null;
  if (CANONICAL.test(written)) return written;
  const segments: string[] = [];
  for (const part of written.replaceAll("\\", "/").split("/")) {
    const segment = canonicalSegment(part);
    if (segment === null) return null;
    if (segment === "..") segments.pop();
    else if (segment !== "" && segment !== ".") segments.push(segment);
  }
  return `/${segments.join("/")}`;
}

function canonicalSegment(part: string): string | null {
  // A byte outside ASCII that was sent as it is: the same as its escape.
  const escaped = part.replace(/[^\x21-\x7e]/g, (letter) => {
    const code = letter.charCodeAt(0);
    return code <= 0xff ? `%${code.toString(16).padStart(2, "0")}` : encodeURIComponent(letter);
  });
  try {
    if (/\p{Cc}/u.test(decodeURIComponent(escaped))) return null;
  } catch {
    return null;
  }
  return escaped.replace(/%[0-9a-f]{2}/gi, (sequence) => {
    const letter = String.fromCharCode(Number.parseInt(sequence.slice(1), 16));
    return /[A-Za-z0-9._~-]/.test(letter) ? letter : sequence.toUpperCase();
  });
}

function isLike(pattern: readonly string[], segments: readonly string[]): boolean {
  if (pattern.length !== segments.length) return false;
  return pattern.every((part, i) => part.startsWith(":") || part === segments[i]);
}

function parametersFit(
  { pattern, segments: parts }: { pattern: PagePattern; segments: readonly string[] },
  segments: readonly string[],
): boolean {
  return parts.every((part, i) => {
    const isFitting = part.startsWith(":") ? pattern.parameters?.[part.slice(1)] : undefined;
    return isFitting === undefined || isFitting(segments[i] ?? "");
  });
}

/** The declared parameters in the declared order; null if one is given twice or cannot be right. */
function declaredQuery({ query: declared = {} }: PagePattern, query: string): string | null {
  if (query.length <= 1) return "";
  const given = new Map<string, string>();
  for (const [name, value] of new URLSearchParams(query)) {
    if (!Object.hasOwn(declared, name)) continue;
    if (given.has(name)) return null;
    given.set(name, value);
  }
  const kept: string[] = [];
  for (const [name, { fits, standard }] of Object.entries(declared)) {
    const value = given.get(name);
    if (value === undefined || value === standard) continue;
    if (!fits(value)) return null;
    kept.push(`${name}=${encodeURIComponent(value)}`);
  }
  return kept.length === 0 ? "" : `?${kept.join("&")}`;
}
