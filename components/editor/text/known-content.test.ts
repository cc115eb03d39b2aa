import { expect, it } from "vitest";
import * as Y from "yjs";
import {
  a,
  attribution,
  b,
  body,
  crosshead,
  embed,
  factBox,
  i,
  money,
  ol,
  p,
  pullQuote,
  quote,
  rateBox,
  rule,
  table,
  ul,
} from "#newsroom/body/testing";
import { documentOf, mergedDocument } from "#newsroom/stories/document/document";
import { knowsAll, onceKnown } from "./known-content.ts";

const everything = body(
  p(b("a"), i("b"), a("c", "/")),
  crosshead("d"),
  ul("e", [p("f"), ol("g")]),
  quote("h"),
  rule(),
  pullQuote("i", attribution("j")),
  factBox("k", p(money("1", "KGS")), table("l", ["m"])),
  embed("https://t.me/durov/1", "n"),
  rateBox("KGS"),
);

it("knows all that the editor can make", () =>
  expect(knowsAll(mergedDocument([documentOf({ body: everything })]))).toBe(true));

it("sees a block that it does not know, however deep", () => {
  const doc = mergedDocument([documentOf({ body: everything })]);
  const quoted = doc
    .getXmlFragment("body")
    .toArray()
    .find((block) => block instanceof Y.XmlElement && block.nodeName === "blockquote");
  if (quoted instanceof Y.XmlElement) quoted.push([new Y.XmlElement("hologram")]);
  expect(knowsAll(doc)).toBe(false);
});

it("sees an attribute that it does not know", () => {
  const doc = mergedDocument([documentOf({ body: everything })]);
  const first = doc.getXmlFragment("body").get(0);
  if (first instanceof Y.XmlElement) first.setAttribute("colour", "green");
  expect(knowsAll(doc)).toBe(false);
});

it("sees a mark that it does not know", () => {
  const doc = mergedDocument([documentOf({})]);
  const text = new Y.XmlText();
  const paragraph = new Y.XmlElement("paragraph");
  doc.getXmlFragment("body").push([paragraph]);
  paragraph.push([text]);
  text.insert(0, "x", { glow: { id: "1" } });
  expect(knowsAll(doc)).toBe(false);
});

it("sees a block that it cannot show where it stands", () => {
  const doc = mergedDocument([documentOf({ body: everything })]);
  const box = doc
    .getXmlFragment("body")
    .toArray()
    .find((block) => block instanceof Y.XmlElement && block.nodeName === "factBox");
  if (box instanceof Y.XmlElement) box.insert(0, [new Y.XmlElement("factBoxTitle")]);
  expect(knowsAll(doc)).toBe(false);
});

it("says once that a text can be shown, when it is brought into order", () => {
  const doc = mergedDocument([documentOf({ body: body(factBox("What we know", "The pass is closed.")) })]);
  const box = doc.getXmlFragment("body").get(0) as Y.XmlElement;
  box.insert(0, [new Y.XmlElement("factBoxTitle")]);
  let told = 0;
  onceKnown(doc, () => told++);
  box.push([new Y.XmlElement("paragraph")]);
  expect(told).toBe(0);
  box.delete(0, 1);
  box.push([new Y.XmlElement("paragraph")]);
  expect(told).toBe(1);
});
