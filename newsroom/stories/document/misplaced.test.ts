import { describe, expect, it } from "vitest";
import * as Y from "yjs";
import { documentSchema } from "../../body/annotations.ts";
import { body, factBox, money, p, quote, table, ul } from "../../body/testing.ts";
import { documentOf, readingOf } from "./document.ts";
import { misplacedIn } from "./misplaced.ts";

const text = body(
  p("Bread costs ", money("40", "KGS")),
  factBox("Box", "In the box"),
  ul("one", [p("two"), ul("three")]),
  quote("Cold."),
  table("Prices", ["a"], ["b"]),
);

function changed(change: (body: Y.XmlFragment) => void): Y.Doc {
  const doc = new Y.Doc();
  Y.applyUpdate(doc, documentOf({ body: text }));
  change(doc.getXmlFragment("body"));
  return doc;
}
const misplaced = (change: (body: Y.XmlFragment) => void) =>
  misplacedIn(documentSchema, changed(change).getXmlFragment("body"))?.nodeName ?? null;

const at = (part: Y.XmlFragment, ...path: number[]): Y.XmlElement => {
  let found: unknown = part;
  for (const index of path) found = found instanceof Y.XmlFragment ? found.get(index) : null;
  return found as Y.XmlElement;
};
const titled = (words: string, attributes: Record<string, string> = {}) => {
  const title = new Y.XmlElement("factBoxTitle");
  title.insert(0, [new Y.XmlText(words)]);
  for (const [name, value] of Object.entries(attributes)) title.setAttribute(name, value);
  return title;
};

describe("a block that no editor can show", () => {
  it("is none in a text that fits", () => expect(misplaced(() => {})).toBeNull());
  it("is a box with two titles", () => expect(misplaced((it) => at(it, 1).insert(0, [titled("Two")]))).toBe("factBox"));
  it("is an item that does not begin with a paragraph", () =>
    expect(misplaced((it) => at(it, 2, 1).delete(0, 1))).toBe("listItem"));
  it("is a list without items only while it says something", () =>
    expect(misplaced((it) => at(it, 2).delete(0, 2))).toBeNull());
  it("is a table without rows that has a caption", () =>
    expect(misplaced((it) => at(it, 4).delete(0, 2))).toBe("table"));
  it("is one with an amount in it", () =>
    expect(misplaced((it) => at(it, 3).insert(0, [new Y.XmlElement("money")]))).toBe("blockquote"));
  it("is not looked for in what is passed over", () => {
    const part = changed((it) => at(it, 1).insert(0, [titled("Two")])).getXmlFragment("body");
    expect(misplacedIn(documentSchema, part, ({ nodeName }) => nodeName !== "factBox")).toBeNull();
  });
});

it("a text does not fit with a misplaced block, and be it only proposed", () => {
  const inserted = JSON.stringify({ id: "s1", by: "11111111-1111-4111-8111-111111111111", at: "2026-11-25T12:00:00Z" });
  const proposed: Record<string, string>[] = [{}, { inserted }];
  for (const attributes of proposed)
    expect(readingOf(changed((it) => at(it, 1).insert(0, [titled("Two", attributes)]))).unfit).not.toBeNull();
});
