import { documentSchema } from "../../body/annotations.ts";
import { blockProposals } from "../../body/block-suggestions.ts";
import { carriedIn } from "../../body/carried-marks.ts";
import { safeHref } from "../../body/links.ts";
import { bodySchema, shapeIssue } from "../../body/schema.ts";
import { blockProposal, isRecord } from "../../body/suggestions.ts";
import { isStorableText } from "../../kernel/text.ts";

/** Bytes of JSON of one attribute or mark. */
const valueBytes = 4_096;

/** Marks that may stand on a text more than once have a hash behind their name; editors take a text out that has anything else there. */
export const nameOf = (key: string): string => /^([a-zA-Z]+)(--[a-zA-Z0-9+/=]{8})?$/.exec(key)?.[1] ?? "";

/** Why no text has such a mark; null means that the mark is taken off. */
export function markIssue(key: string, value: unknown): string | null {
  const name = nameOf(key);
  if (!Object.hasOwn(documentSchema.marks, name)) return "The text has an unknown mark.";
  const known = documentSchema.marks[name]?.spec.attrs ?? {};
  if (!isPlainValue(value) || (isRecord(value) && Object.keys(value).some((attr) => !Object.hasOwn(known, attr))))
    return "The text has a broken mark.";
  if (value === null) return null;
  const { href, format, was } = isRecord(value) ? value : {};
  if (name === "link") return linkIssue(href);
  return name === "formatting" && typeof was === "string" ? formerIssue(format, was) : null;
}

/** Why a plain value says of a block what cannot be. */
export function attributeIssue(name: string, value: unknown): string | null {
  if (name === "carried") return carriedIssue(value);
  const kind = blockProposals.find((proposal) => proposal === name);
  const was = kind && blockProposal({ [kind]: value }, kind)?.was;
  return was ? (shapeIssue(was)?.message ?? null) : null;
}

/** Whoever rejects a proposal gets back what was there before: that is part of the text as it reads. */
function formerIssue(format: unknown, was: string): string | null {
  if (typeof format !== "string" || !Object.hasOwn(bodySchema.marks, format)) return "The text has an unknown mark.";
  return format === "link" ? linkIssue(was) : null;
}

function carriedIssue(value: unknown): string | null {
  for (const { type, attrs = {} } of carriedIn(value)) {
    const issue = nameOf(type) === type ? markIssue(type, attrs) : "The text has an unknown mark.";
    if (issue) return issue;
  }
  return null;
}

const linkIssue = (href: unknown): string | null =>
  safeHref(href) === null ? "A link may lead to http, https, mailto, tel or a page of this site only." : null;

/** Is it JSON, and of a size that an attribute or a mark may have? */
export function isPlainValue(value: unknown): boolean {
  if (!isJson(value)) return false;
  const json = JSON.stringify(value);
  return json.length <= valueBytes && isStorableText(json) && !json.includes('"__proto__"');
}

/** Yjs can carry what JSON leaves out, changes, or cannot say at all. Without recursion: values may be nested deeply. */
function isJson(value: unknown): boolean {
  const waiting = [value];
  for (let left = valueBytes; waiting.length > 0; left--) {
    const next = waiting.pop();
    if (left === 0) return false;
    if (next === null || typeof next === "string" || typeof next === "boolean" || Number.isFinite(next)) continue;
    if (typeof next !== "object" || !(Array.isArray(next) || Object.getPrototypeOf(next) === Object.prototype))
      return false;
    for (const part of Object.values(next)) waiting.push(part);
  }
  return true;
}
