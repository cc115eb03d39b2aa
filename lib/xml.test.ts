import fc from "fast-check";
import sax from "sax";
import { expect, it } from "vitest";
import { element, sayable, xmlDocument } from "./xml.ts";

/** What a strict parser reads: the text, and the attributes of the root. */
function read(document: string) {
  const parser = sax.parser(true);
  let text = "";
  const attributes: Record<string, unknown> = {};
  parser.onerror = (error) => {
    throw error;
  };
  parser.ontext = (part) => {
    text += part;
  };
  parser.onopentag = ({ attributes: found }) => Object.assign(attributes, found);
  parser.write(document).close();
  return { text: text.trim(), attributes };
}

it.each([
  ["a < b & c > d", "a < b & c > d"],
  ["&amp; stays as typed", "&amp; stays as typed"],
  ["]]>", "]]>"],
  ["<!-- --><script>", "<!-- --><script>"],
  ["one\u000btwo\u0000three", "one two three"],
  ["half \ud83d a face", "half \ufffd a face"],
  ["whole 😀 face", "whole 😀 face"],
  ["no \uffff character", "no \ufffd character"],
  ["اخبار \u200f؟", "اخبار \u200f؟"],
  ["quotes ' \"", "quotes ' \""],
])("%j is read as %j, in text and in attributes", (written, expected) => {
  const document = xmlDocument(element("a", { b: written }, written));
  expect(read(document)).toEqual({ text: expected, attributes: { b: expected } });
});

it("keeps lines and tabs of an attribute, and drops null", () => {
  expect(element("a", { b: "x\ty\nz" }, null, element("c", {}), "d").markup).toBe('<a b="x&#9;y&#10;z"><c></c>d</a>');
});

/** Control characters and halves of characters are likely in it. */
const unit = fc.oneof(fc.nat(0xff), fc.integer({ min: 0xd7f0, max: 0xe00f }), fc.nat(0xffff));
const anyText = fc.array(unit, { maxLength: 20 }).map((units) => String.fromCharCode(...units));

it("holds nothing that XML 1.0 forbids, whatever it is given, and a strict parser gives it back", () => {
  fc.assert(
    fc.property(anyText, (text) => {
      const document = xmlDocument(element("a", { b: text }, `|${text}|`));
      expect(document).toMatch(/^(?:[\t\n\r\u0020-\ud7ff\ue000-\ufffd]|[\ud800-\udbff][\udc00-\udfff])*$/);
      expect(read(document)).toEqual({ text: `|${sayable(text)}|`, attributes: { b: sayable(text) } });
    }),
  );
});
