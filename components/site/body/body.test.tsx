import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import type { Block, Body as BodyDocument } from "#newsroom/body/body";
import { a, b, body, crosshead, i, ol, p, quote, rule, ul } from "#newsroom/body/testing";
import { wordsFor } from "../words.ts";
import { Body } from "./Body.tsx";

const note = wordsFor("en").unsupported;
const html = (document: BodyDocument, dateline: string | null = null) =>
  renderToStaticMarkup(<Body body={document} dateline={dateline} language="en" paperLanguage="en" />).replaceAll(
    / class="[^"]*"/g,
    "",
  );

test("each node of a story becomes its element", () => {
  const story = body(
    p("One ", b("bold"), " and ", i("italic"), "."),
    crosshead("A crosshead"),
    crosshead("Below it", 3),
    ul("first", "second"),
    ol("one"),
    quote("Said."),
    rule(),
  );
  const text = html(story);
  expect(text).toBe(
    "<div><p>One <strong>bold</strong> and <em>italic</em>.</p>" +
      '<h2 id="at-a-crosshead">A crosshead</h2><h3 id="at-below-it">Below it</h3>' +
      "<ul><li><p>first</p></li><li><p>second</p></li></ul><ol><li><p>one</p></li></ol>" +
      "<blockquote><p>Said.</p></blockquote><hr/></div>",
  );
});

test("text is data, never markup", () => {
  expect(html(body(p("<script>alert(1)</script> & <b>")))).toContain(
    "&lt;script&gt;alert(1)&lt;/script&gt; &amp; &lt;b&gt;",
  );
});

test.each(["javascript:alert(1)", "java\nscript:alert(1)", "data:text/html,x", "//evil.example/x"])(
  "an address such as %j never becomes a link",
  (href) => {
    const text = html(body(p(a("words", href))));
    expect(text).not.toContain("<a");
    expect(text).toContain("words");
  },
);

test("links away say noopener, links within do not", () => {
  expect(html(body(p(a("out", "https://example.org/x"))))).toContain(
    '<a href="https://example.org/x" rel="noopener">out</a>',
  );
  expect(html(body(p(a("in", "/stories/x"))))).toContain('<a href="/stories/x">in</a>');
});

test("a link with a bold word in it is one link", () => {
  const text = html(body(p("See ", a("the ", "/x"), a(b("whole"), "/x"), a(" story", "/x"), ".")));
  expect(text.match(/<a /g)).toHaveLength(1);
  expect(text).toContain('<a href="/x">the <strong>whole</strong> story</a>');
});

test("the dateline runs in before the first paragraph", () => {
  expect(html(body(p("Rain fell.")), "Osh")).toContain("<p><span>Osh</span><span> — </span>");
  expect(html(body(ul("Rain")), "Osh")).toContain("<p>Osh</p><ul>");
});

test("crossheads with the same words get addresses of their own", () => {
  const text = html(body(crosshead("Суу"), crosshead("Суу"), quote(crosshead("?!"))));
  expect(text).toContain('id="at-суу"');
  expect(text).toContain('id="at-суу-2"');
  expect(text).toContain('id="at-part"');
});

test("what the page does not know is said, not dropped", () => {
  const newer = JSON.parse(
    '{"type":"doc","content":[{"type":"hologram"},{"type":"paragraph","content":[{"type":"ticker"}]}]}',
  );
  expect(html(newer).split(note)).toHaveLength(3);
});

test("a mark that the page does not know leaves its words", () => {
  const newer = JSON.parse(
    '{"type":"doc","content":[{"type":"paragraph","content":[{"type":"text","text":"kept","marks":[{"type":"glow"}]}]}]}',
  );
  expect(html(newer)).toContain("kept");
});

test("a numbered list starts where it says", () => {
  const third: Block = {
    type: "orderedList",
    attrs: { start: 3 },
    content: [{ type: "listItem", content: [p("three")] }],
  };
  expect(html(body(third))).toContain('<ol start="3"><li><p>three</p></li></ol>');
});
