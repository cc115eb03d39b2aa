import { z } from "zod";

const atom = /^[a-z0-9!#$%&'*+/=?^_`{|}~-]+$/;
const label = /^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/;

/**
 * The address in the one form in which it is stored and compared: lower case, plain ASCII, one @, no quotes, comments or commas.
 * Null for anything else. Signs outside ASCII are refused before any folding, since some fold to the letters they look like.
 */
export function parseEmail(typed: string): string | null {
  const text = typed.trim();
  if (text.length > 254 || !/^[\x21-\x7e]+$/.test(text)) return null;
  const [local, domain, ...more] = text.toLowerCase().split("@");
  if (local === undefined || domain === undefined || more.length > 0) return null;
  return isLocalPart(local) && isDomain(domain) ? `${local}@${domain}` : null;
}

const isLocalPart = (text: string) => text.length <= 64 && text.split(".").every((part) => atom.test(part));

function isDomain(text: string): boolean {
  const labels = text.split(".");
  const last = labels.at(-1) ?? "";
  return labels.length >= 2 && labels.every((part) => label.test(part)) && /^(?:[a-z]{2,}|xn--[a-z0-9-]+)$/.test(last);
}

/** For forms and the command line: text in, the stored form out. */
export const Email = z.string().transform((typed, context) => {
  const email = parseEmail(typed);
  if (email) return email;
  context.addIssue({ code: "custom", message: "This is not an e-mail address." });
  return z.NEVER;
});
