import { safeHref } from "#newsroom/body/links";

const looksLikeMail = /^[^\s@/:]+@[^\s@/:]+\.[^\s@/:]+$/;
const looksLikeSite = /^[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+(?:[/?#:].*)?$/u;

/** What somebody typed into the link field as an address that may stand in a story; null if it may not. */
export function linkAddress(typed: string): string | null {
  const text = typed.trim();
  if (looksLikeMail.test(text)) return safeHref(`mailto:${text}`);
  if (looksLikeSite.test(text)) return safeHref(`https://${text}`);
  return safeHref(text);
}
