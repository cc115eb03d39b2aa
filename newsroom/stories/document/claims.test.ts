import { describe, expect, it } from "vitest";
import * as Y from "yjs";
import { body, p } from "../../body/testing.ts";
import { claimsIn, newIn, suggestersIn } from "./claims.ts";
import { documentOf } from "./document.ts";

function open() {
  const doc = new Y.Doc();
  Y.applyUpdate(doc, documentOf({ headline: "Snow", body: body(p("Lorries wait.")) }));
  return doc;
}
/** The same text in another window, whose Yjs client is 7. */
function beside(doc: Y.Doc) {
  const other = new Y.Doc();
  Y.applyUpdate(other, Y.encodeStateAsUpdate(doc));
  other.clientID = 7;
  return other;
}
const block = (doc: Y.Doc) => doc.getXmlFragment("body").get(0) as Y.XmlElement;
const text = (doc: Y.Doc) => block(doc).get(0) as Y.XmlText;
const proposal = { id: "one", by: "aigul", at: "2026-03-01T12:00:00Z" };

describe("what an update says of who made it", () => {
  it.each<[string, (doc: Y.Doc) => void, number]>([
    ["typed words", (doc) => text(doc).insert(0, "Many "), 0],
    ["words taken out", (doc) => text(doc).delete(0, 2), 0],
    ["bold", (doc) => text(doc).format(0, 2, { bold: {} }), 0],
    ["a comment", (doc) => text(doc).format(0, 2, { "comment--Ab3dEf9=": { id: "t", by: "aigul" } }), 0],
    ["proposed words", (doc) => text(doc).insert(0, "Many ", { insertion: proposal }), 1],
    ["words proposed to go", (doc) => text(doc).format(0, 2, { deletion: proposal }), 1],
    ["a proposed format", (doc) => text(doc).format(0, 2, { "formatting--Ab3dEf9=": proposal }), 1],
    ["a proposed block", (doc) => block(doc).setAttribute("inserted", JSON.stringify(proposal)), 1],
    ["a block's attribute that is no proposal", (doc) => block(doc).setAttribute("inserted", "{"), 0],
    [
      "an amount",
      (doc) => block(doc).setAttribute("carried", JSON.stringify([{ type: "deletion", attrs: proposal }])),
      1,
    ],
  ])("%s", (_what, change, count) => {
    const doc = open();
    const other = beside(doc);
    other.transact(() => change(other));
    const { suggestions } = claimsIn(doc, Y.encodeStateAsUpdate(other, Y.encodeStateVector(doc)));
    expect(suggestions).toEqual(Array.from({ length: count }, () => ({ suggestionId: "one", by: "aigul" })));
    expect([...suggestersIn(other)]).toEqual(count ? [["one", "aigul"]] : []);
  });

  it("a proposal about a block that takes the place of an earlier one", () => {
    const doc = open();
    block(doc).setAttribute("changed", JSON.stringify({ ...proposal, id: "earlier", by: "bakyt" }));
    const other = beside(doc);
    block(other).setAttribute("changed", JSON.stringify(proposal));
    const { suggestions } = claimsIn(doc, Y.encodeStateAsUpdate(other, Y.encodeStateVector(doc)));
    expect(suggestions).toEqual([{ suggestionId: "one", by: "aigul" }]);
  });

  it("leaves out what the document has, whoever sends it", () => {
    const doc = open();
    const other = beside(doc);
    text(other).insert(0, "Many ", { insertion: proposal });
    const whole = Y.encodeStateAsUpdate(other);
    expect(claimsIn(doc, whole)).toMatchObject({ clients: [7], repeats: true });
    expect([...Y.parseUpdateMeta(newIn(doc, whole)).to.keys()]).toEqual([7]);
    Y.applyUpdate(doc, newIn(doc, whole));
    expect(doc.getXmlFragment("body").toString()).toBe(other.getXmlFragment("body").toString());
    expect(claimsIn(doc, whole)).toEqual({ clients: [], suggestions: [], repeats: true });
  });
});
