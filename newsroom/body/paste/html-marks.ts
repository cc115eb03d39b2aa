import type { Mark } from "../body.ts";
import { boldBy, italicBy } from "./style.ts";
import { pastedHref } from "./tracking.ts";

const bold: Mark = { type: "bold" };
const italic: Mark = { type: "italic" };

/** The marks of text in an element, from those around it, its name and its style. */
export function marksOf(
  name: string,
  attributes: Readonly<Record<string, string>>,
  style: ReadonlyMap<string, string>,
  around: readonly Mark[],
): readonly Mark[] {
  const isBold = boldBy(style) ?? (name === "b" || name === "strong" || null);
  const isItalic = italicBy(style) ?? (name === "i" || name === "em" || null);
  const href = name === "a" && attributes.href !== undefined ? pastedHref(attributes.href) : null;
  if (isBold === null && isItalic === null && href === null) return around;
  const link: Mark | undefined = href ? { type: "link", attrs: { href } } : around.find(({ type }) => type === "link");
  return [
    ...((isBold ?? has(around, "bold")) ? [bold] : []),
    ...((isItalic ?? has(around, "italic")) ? [italic] : []),
    ...(link ? [link] : []),
  ];
}

const has = (marks: readonly Mark[], type: Mark["type"]): boolean => marks.some((mark) => mark.type === type);
