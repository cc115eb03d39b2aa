/** A piece of XML, written and escaped. */
export class Xml {
  readonly markup: string;

  constructor(markup: string) {
    this.markup = markup;
  }
}

type Attributes = Readonly<Record<string, string>>;
/** A string is text; nothing stands where null is. */
type Child = Xml | string | null;

/** One element. Text and attributes may hold anything: what XML has no way to write is put as `sayable` says. */
export function element(name: string, attributes: Attributes, ...children: readonly Child[]): Xml {
  const written = Object.entries(attributes).map(([key, value]) => ` ${key}="${escaped(value, /[<>&"\t\n\r]/g)}"`);
  const content = children.map((child) => (child instanceof Xml ? child.markup : escaped(child ?? "", /[<>&\r]/g)));
  return new Xml(`<${name}${written.join("")}>${content.join("")}</${name}>`);
}

/** A whole document. */
export const xmlDocument = (root: Xml): string => `<?xml version="1.0" encoding="utf-8"?>\n${root.markup}\n`;

/**
 * Text as XML 1.0 may hold it: a space for a control character, since it may be all that parts two words, and the
 * replacement character for halves of a character and for what is none.
 */
export const sayable = (text: string): string =>
  text
    .toWellFormed()
    .replaceAll(/(?![\t\n\r])\p{Cc}/gu, " ")
    .replaceAll(/[\ufffe\uffff]/g, "\ufffd");

const escaped = (text: string, what: RegExp): string =>
  sayable(text).replaceAll(what, (character) => `&#${character.charCodeAt(0)};`);
