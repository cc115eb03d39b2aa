import fc from "fast-check";
import type { ReactElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import type {
  Attribution,
  Block,
  Body as BodyDocument,
  Inline,
  Mark,
  Paragraph,
  PlainBlock,
} from "#newsroom/body/body";
import { parseBody } from "#newsroom/body/schema";
import { plainText } from "#newsroom/body/text";
import { moneyCurrencies, stripCurrencies } from "#newsroom/kernel/currencies";
import type { StoryRates } from "#newsroom/rates/schema";
import { documentOf, mergedDocument, textOf } from "#newsroom/stories/document/document";
import { htmlOf } from "../feed/html.ts";
import { Body } from "./Body.tsx";
import { FeedBody } from "./FeedBody.tsx";

// Any body that the schema takes comes through every output with every word.

const word = fc.stringMatching(/^[a-zа-яё]{1,8}$/);
const words = fc.array(word, { minLength: 1, maxLength: 4 }).map((list) => list.join(" "));
const marks = fc.subarray<Mark>([
  { type: "bold" },
  { type: "italic" },
  { type: "link", attrs: { href: "https://example.org/a" } },
]);
const marked = marks.map((list) => (list.length > 0 ? { marks: list } : {}));
const text = fc.tuple(words, marked).map(([text, marks]): Inline => ({ type: "text", text, ...marks }));
const amount = fc
  .tuple(fc.nat(10 ** 9), fc.constantFrom("", ".5", ".250000"))
  .map(([whole, rest]) => `${whole}${rest}`);
const money = fc
  .record({ amount, currency: fc.constantFrom(...moneyCurrencies) })
  .map((attrs): Inline => ({ type: "money", attrs }));
/** Neighbours with the same marks would be one text in the document: something stands between any two. */
const inline = fc
  .array(fc.tuple(text, fc.oneof(money, fc.constant<Inline>({ type: "hardBreak" }))), { minLength: 1, maxLength: 3 })
  .map((pairs) => pairs.flat());

const paragraph = inline.map((content): Paragraph => ({ type: "paragraph", content }));
const attribution = inline.map((content): Attribution => ({ type: "attribution", content }));
const crosshead = fc
  .tuple(fc.constantFrom<2 | 3>(2, 3), inline)
  .map(([level, content]): PlainBlock => ({ type: "crosshead", attrs: { level }, content }));
const some = <T,>(of: fc.Arbitrary<T>, maxLength = 3) => fc.array(of, { minLength: 1, maxLength });

const { plain, list } = fc.letrec<{
  plain: PlainBlock;
  list: Extract<PlainBlock, { type: "bulletList" | "orderedList" }>;
}>((tie) => ({
  list: fc.oneof(
    itemsOf(tie("plain")).map((content) => ({ type: "bulletList" as const, content })),
    fc
      .tuple(fc.integer({ min: 0, max: 999_999 }), itemsOf(tie("plain")))
      .map(([start, content]) => ({ type: "orderedList" as const, attrs: { start }, content })),
  ),
  plain: fc.oneof(
    { maxDepth: 3, withCrossShrink: true },
    paragraph,
    crosshead,
    fc.constant<PlainBlock>({ type: "horizontalRule" }),
    tie("list"),
    some(fc.oneof(tie("plain"), attribution)).map((content): PlainBlock => ({ type: "blockquote", content })),
  ),
}));

function itemsOf(block: fc.Arbitrary<PlainBlock>) {
  return some(
    fc
      .tuple(paragraph, fc.array(block, { maxLength: 1 }))
      .map(([first, rest]) => ({ type: "listItem" as const, content: [first, ...rest] })),
    2,
  );
}

const span = fc.integer({ min: 1, max: 100 });
const cell = fc.record({
  type: fc.constantFrom<"tableHeader" | "tableCell">("tableHeader", "tableCell"),
  attrs: fc.record({ colspan: span, rowspan: span }),
  content: some(fc.oneof(paragraph, list), 2),
});
const table = fc
  .tuple(fc.option(words), some(some(cell).map((content) => ({ type: "tableRow" as const, content }))))
  .map(([caption, content]) => ({ type: "table" as const, ...(caption !== null && { attrs: { caption } }), content }));
const piece = fc.oneof(
  some(fc.oneof(paragraph, attribution)).map((content) => ({ type: "pullQuote" as const, content })),
  table,
  fc
    .tuple(fc.constantFrom("https://t.me/durov/1", "https://www.youtube.com/watch?v=aqz-KE-bpKQ"), words)
    .map(([url, title]) => ({ type: "embed" as const, attrs: { url, title } })),
  fc
    .record({ altText: words, caption: words, credit: words, width: fc.integer({ min: 1, max: 9_000 }) })
    .map((attrs) => ({
      type: "picture" as const,
      attrs: { pictureId: "019a0000-0000-7000-8000-00000000000a", height: 600, ...attrs },
    })),
  fc
    .record({
      currency: fc.constantFrom(...stripCurrencies),
      mode: fc.constantFrom<"live" | "frozen">("live", "frozen"),
    })
    .map((attrs) => ({ type: "rateBox" as const, attrs })),
);
const factBox = fc.tuple(fc.option(inline), some(fc.oneof(plain, piece))).map(
  ([title, content]): Block => ({
    type: "factBox",
    content: [...(title ? [{ type: "factBoxTitle" as const, content: title }] : []), ...content],
  }),
);
const anyBody = some<Block>(fc.oneof(plain, piece, factBox), 5).map(
  (content): BodyDocument => ({ type: "doc", content }),
);

const rates: StoryRates = { fixed: { KGS: { dollars: "0.011434", effectiveDate: "2026-11-25" } }, live: [] };
const shown = (element: ReactElement) => renderToStaticMarkup(element);
const wordsIn = (text: string) => text.match(/[a-zа-яё]+/g) ?? [];
const readable = (html: string) => new Set(wordsIn(html.replaceAll(/<[^>]*>/g, " ")));

function everyWord(node: object): string[] {
  const own = "text" in node ? [String(node.text)] : [];
  const attrs = "attrs" in node && node.attrs instanceof Object ? Object.entries(node.attrs) : [];
  const said = attrs.flatMap(([name, value]) =>
    ["title", "caption", "credit"].includes(name) ? [String(value ?? "")] : [],
  );
  const content = "content" in node && Array.isArray(node.content) ? node.content : [];
  return [...own, ...said].flatMap(wordsIn).concat(content.flatMap(everyWord));
}

/** Marks are a set: their order says nothing. */
const inOneOrder = (body: BodyDocument): unknown =>
  JSON.parse(JSON.stringify(body), (key, value) =>
    key === "marks" ? value.toSorted((one: Mark, other: Mark) => one.type.localeCompare(other.type)) : value,
  );

test("every word of any body reaches page, feed and plain text, and the story's document gives it back", {
  timeout: 60_000,
}, () => {
  fc.assert(
    fc.property(anyBody, (body) => {
      expect(parseBody(body)).toBe(body);
      const all = everyWord(body);
      const feed = (
        <FeedBody
          body={body}
          dateline="somewhere"
          language="en"
          paperLanguage="en"
          rates={rates}
          siteUrl="https://paper.example"
        />
      );
      expect(htmlOf(feed)).toBe(shown(feed).replaceAll(/ (col|row)Span=/g, (name) => name.toLowerCase()));
      const outputs = {
        page: readable(shown(<Body body={body} language="en" paperLanguage="en" rates={rates} />)),
        feed: readable(htmlOf(feed)),
        plain: new Set(wordsIn(plainText(body))),
      };
      for (const [name, output] of Object.entries(outputs))
        expect(
          all.filter((word) => !output.has(word)),
          name,
        ).toEqual([]);
      expect(inOneOrder(textOf(mergedDocument([documentOf({ body })])).body)).toEqual(inOneOrder(body));
    }),
    { numRuns: 80 },
  );
});
