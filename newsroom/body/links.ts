const schemes = new Set(["http:", "https:", "mailto:", "tel:"]);
const nowhere = "https://relative.invalid";

/** What browsers strip or treat as a slash before they look at the scheme. */
const asBrowsersRead = (href: string): string =>
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is removed
  href.replace(/[\u0000-\u0020\u007f]+/g, (run) => (/^ +$/.test(run) ? run : "")).trim();

/**
 * The address as it may stand in a page, or null: http, https, mailto, tel and same-site paths only.
 * Checked on write and again on render.
 */
export function safeHref(href: unknown): string | null {
  if (typeof href !== "string" || href.length > 2_000 || !href.isWellFormed()) return null;
  const read = asBrowsersRead(href);
  if (read === "" || /^[/\\]{2}/.test(read)) return null;
  try {
    const url = new URL(read, nowhere);
    if (url.origin === nowhere) return read.startsWith("/") || read.startsWith("#") ? read : null;
    return schemes.has(url.protocol) && !url.username && !url.password ? read : null;
  } catch {
    return null;
  }
}

/** Does this address lead away from the paper? */
export const isExternal = (href: string): boolean => /^https?:/i.test(href);
