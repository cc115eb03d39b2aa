import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { NeedsScript, stripFramework } from "./strip.ts";
import { assertNoFrameworkScript, frameworkTraces } from "./testing.ts";

// Pages as a production build of this Next wrote them. After an update of Next: record them anew, and look at the difference.
const RECORDED_WITH = "16.4.6";
const fixture = (name: string) => readFileSync(new URL(`./fixtures/${name}.html.txt`, import.meta.url), "utf8");

it("was proved with the Next that is installed", () => {
  const manifest = readFileSync(new URL("../../node_modules/next/package.json", import.meta.url), "utf8");
  expect(JSON.parse(manifest)).toMatchObject({ version: RECORDED_WITH });
});

it("takes all framework script out of a page as Next writes it", () => {
  const page = fixture("story");
  expect(frameworkTraces(page).length).toBeGreaterThan(10);
  expect(() => assertNoFrameworkScript(stripFramework(page))).not.toThrow();
});

it("leaves exactly the document", () => {
  expect(stripFramework(fixture("story"))).toMatchSnapshot();
});

it("keeps our own scripts and data blocks", () => {
  const page = stripFramework(fixture("story"));
  expect(page).toContain('<script type="module" src="/islands/strip.js" data-keep=""></script>');
  expect(page).toContain('<script type="application/ld+json">{"@type":"NewsArticle","headline":"Water');
  expect(page).toContain('<link rel="modulepreload" href="/islands/strip.js"/>');
});

it("keeps words and attributes that only look like markup", () => {
  const page = stripFramework(fixture("story"));
  expect(page).toContain(
    "Viewing results 1–4 of 4; he wrote &lt;script&gt;alert(1)&lt;/script&gt; and &lt;!-- a note --&gt;.",
  );
  expect(page).toContain('data-note="a &gt; b &lt;!-- c --&gt;"');
  expect(page).toContain("<textarea>&lt;!-- kept --&gt;&lt;script&gt;kept&lt;/script&gt;</textarea>");
});

it("keeps styles, fonts and metadata", () => {
  const page = stripFramework(fixture("story"));
  expect(page).toContain('<link rel="stylesheet" href="/_next/static/chunks/');
  expect(page).toContain("<title>Water returns to Kerki &amp; the fields</title>");
  expect(page).toContain('<link rel="canonical"');
});

it.each(["suspense", "not-found-shell"])("refuses a page whose words come by script only (%s)", (name) => {
  expect(() => stripFramework(fixture(name))).toThrow(NeedsScript);
});

it.each([
  ["a pending boundary", "<body><!--$?--><p>wait</p><!--/$--></body>"],
  ["a boundary that failed", "<body><!--$!--><p>fallback</p><!--/$--></body>"],
  ["a postponed part", '<body><template id="P:1"></template></body>'],
])("refuses %s", (_what, html) => {
  expect(() => stripFramework(html)).toThrow(NeedsScript);
});

it("removes an inline script even when it pretends to be closed early", () => {
  expect(stripFramework('<p>a</p><script>var s = "<\\/script><b>";</script><p>b</p>')).toBe("<p>a</p><p>b</p>");
});

it("leaves a hidden part that has something in it", () => {
  const html = '<div hidden=""><b>menu</b></div><div hidden="">words</div>';
  expect(stripFramework(html)).toBe(html);
  expect(stripFramework('<div hidden=""><!--$--><!--/$--></div><p>x</p>')).toBe("<p>x</p>");
});
