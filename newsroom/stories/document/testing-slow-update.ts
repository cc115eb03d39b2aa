import * as Y from "yjs";

export const varUint = (number: number): number[] =>
  number < 128 ? [number] : [(number % 128) | 128, ...varUint(Math.floor(number / 128))];

/**
 * An update that no editor makes: each of its letters stands behind the first of a text and before another of its letters, so that Yjs walks
 * past all letters for each. `client`: who types them.
 */
export function slowUpdate(text: Y.XmlText, letters: number, client: number): Uint8Array {
  const first = text._start;
  if (!first) throw new Error("There are no letters.");
  const { id } = first;
  const bytes = [1, ...varUint(letters), ...varUint(client), 0];
  for (let at = 1; at <= letters; at++)
    bytes.push(
      0xc4,
      ...varUint(id.client),
      ...varUint(id.clock),
      ...varUint(id.client),
      ...varUint(id.clock + at),
      1,
      120,
    );
  return Uint8Array.from([...bytes, 0]);
}

/** A text, and such an update to it. */
export function aSlowUpdate(letters: number): { doc: Y.Doc; update: Uint8Array } {
  const doc = new Y.Doc();
  doc.clientID = 4_000_000_000;
  const paragraph = new Y.XmlElement("paragraph");
  const text = new Y.XmlText("a".repeat(letters + 1));
  paragraph.insert(0, [text]);
  doc.getXmlFragment("body").insert(0, [paragraph]);
  return { doc, update: slowUpdate(text, letters, 7) };
}
