import { Fragment, isValidElement, type ReactNode } from "react";

/**
 * HTML of elements that say everything by themselves: no hooks, no waiting, attributes that are text or figures. Route
 * handlers, which make the feeds, have React without its renderer for the server; the words are the same as there.
 */
export function htmlOf(node: ReactNode): string {
  if (node === null || node === undefined || typeof node === "boolean") return "";
  if (typeof node === "string" || typeof node === "number" || typeof node === "bigint") return escaped(String(node));
  if (isValidElement<Props>(node)) return elementHtml(node.type, node.props);
  if (Symbol.iterator in node) return Array.from(node, htmlOf).join("");
  throw new Error("A feed waits for nothing: it cannot show a promise or a portal.");
}

interface Props {
  children?: ReactNode;
  [attribute: string]: unknown;
}

function elementHtml(type: unknown, { children, ...attributes }: Props): string {
  if (type === Fragment) return htmlOf(children);
  if (typeof type === "function") return htmlOf(Reflect.apply(type, undefined, [{ children, ...attributes }]));
  if (typeof type !== "string") throw new Error("A feed is made of plain elements.");
  const written = Object.entries(attributes).map(([name, value]) => attributeHtml(name, value));
  if (empty.has(type)) return `<${type}${written.join("")}/>`;
  return `<${type}${written.join("")}>${htmlOf(children)}</${type}>`;
}

const empty = new Set(["br", "hr", "img"]);

function attributeHtml(name: string, value: unknown): string {
  if (value === undefined || value === null) return "";
  if (typeof value !== "string" && typeof value !== "number") throw new Error(`A feed cannot say ${name}.`);
  return ` ${name.toLowerCase()}="${escaped(String(value))}"`;
}

const escapes = new Map([
  ["&", "&amp;"],
  ["<", "&lt;"],
  [">", "&gt;"],
  ['"', "&quot;"],
  ["'", "&#x27;"],
]);

const escaped = (text: string): string => text.replaceAll(/[&<>"']/g, (character) => escapes.get(character) ?? "");
