import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, test } from "vitest";
import type { Body as BodyDocument } from "#newsroom/body/body";
import {
  a,
  attribution,
  b,
  body,
  crosshead,
  embed,
  factBox,
  money,
  p,
  picture,
  pullQuote,
  quote,
  rateBox,
  rule,
  table,
  ul,
} from "#newsroom/body/testing";
import type { StoryRates, TickerRate } from "#newsroom/rates/schema";
import { Body } from "./Body.tsx";
import { FeedBody } from "./FeedBody.tsx";

const som: TickerRate = {
  pair: "KGS/USD",
  currency: "KGS",
  value: "0.01143",
  change: "+0.12%",
  direction: "up",
  effectiveDate: "2026-11-26",
  stale: false,
  source: "a bank",
};
const rates: StoryRates = { fixed: { KGS: { dollars: "0.011400", effectiveDate: "2026-11-20" } }, live: [som] };
const plain = (html: string) => html.replaceAll(/ class="[^"]*"/g, "");
const page = (document: BodyDocument, given = rates) =>
  plain(renderToStaticMarkup(<Body body={document} language="en" paperLanguage="en" rates={given} />));
const feed = (document: BodyDocument, given = rates) =>
  renderToStaticMarkup(
    <FeedBody body={document} language="en" paperLanguage="en" rates={given} siteUrl="https://paper.example" />,
  );

describe("on the page", () => {
  test("a quote says last who spoke, wherever its attribution stands", () => {
    expect(page(body(quote("One.", attribution("A ", b("driver")), "Two.")))).toBe(
      "<div><figure><blockquote><p>One.</p><p>Two.</p></blockquote><figcaption>A <strong>driver</strong></figcaption></figure></div>",
    );
    expect(page(body(pullQuote("One.", { type: "attribution" })))).toBe(
      "<div><figure><blockquote><p>One.</p></blockquote></figure></div>",
    );
  });

  test("a fact box is a region that its title names", () => {
    expect(page(body(factBox("The pass", ul("3,184 m"))))).toBe(
      '<div><section aria-labelledby="at-the-pass"><h2 id="at-the-pass">The pass</h2><ul><li><p>3,184 m</p></li></ul></section></div>',
    );
  });

  test("a table scrolls in a region that the keyboard reaches and its caption names", () => {
    expect(page(body(table("Closed", ["Year", "Days"], ["2025", "twelve"])))).toBe(
      '<div><section tabindex="0" aria-labelledby="at-table"><table><caption id="at-table">Closed</caption>' +
        '<thead><tr><th scope="col">Year</th><th scope="col">Days</th></tr></thead>' +
        "<tbody><tr><td>2025</td><td>twelve</td></tr></tbody></table></section></div>",
    );
  });

  test("the empty corner of a table is no header; a header in a later row heads its row", () => {
    const years = table("", ["", "2025"], ["Days", "12"]);
    const [, row] = years.content;
    const [first] = row?.content ?? [];
    if (first) first.type = "tableHeader";
    expect(page(body(years))).toContain(
      '<thead><tr><td></td><th scope="col">2025</th></tr></thead><tbody><tr><th scope="row">Days</th><td>12</td></tr></tbody>',
    );
  });

  test("an embed is a link; its frame is only an address in the page", () => {
    const html = page(body(embed("https://www.youtube.com/watch?v=aqz-KE-bpKQ", "The pass")));
    expect(html).toContain('<a href="https://www.youtube.com/watch?v=aqz-KE-bpKQ" rel="noopener">The pass</a>');
    expect(html).toContain('data-frame="https://www.youtube-nocookie.com/embed/aqz-KE-bpKQ"');
    expect(html).not.toMatch(/<iframe|<script|<img| src=/);
  });

  test("an embed without a title says what it is, and one from nowhere is said to be so", () => {
    expect(page(body(embed("https://t.me/durov/1", "")))).toContain(">Post on Telegram</a>");
    expect(page(body(embed("javascript:alert(1)", "x")))).toContain("cannot be shown");
  });

  test("a frozen rate is the story's, a live one the strip's", () => {
    const text = (html: string) => html.replaceAll(/<[^>]*>/g, "").replaceAll(/\s+/g, " ");
    expect(text(page(body(rateBox("KGS"))))).toBe("KGS/USD 0.01140 as of 20 November 2026");
    expect(text(page(body(rateBox("KGS", "live"))))).toBe("KGS/USD 0.01143 ▲ +0.12% as of 26 November");
    expect(page(body(rateBox("KGS")))).not.toContain("data-pair");
    expect(page(body(rateBox("KGS", "live")))).toContain('data-pair="KGS/USD"');
    expect(text(page(body(rateBox("TJS"), rateBox("TJS", "live"))))).toBe("TJS/USD no rate yetTJS/USD no rate yet");
  });

  test("an amount stands with its dollars, and their day is said once below", () => {
    const html = page(body(p("From ", money("40", "KGS"), " to ", money("1250000.50", "KGS"), ".")));
    expect(html).toContain('<data value="40">40\u00a0KGS</data> <span>($0.46)</span>');
    expect(html).toContain('<data value="1250000.50">1,250,000.50\u00a0KGS</data> <span>($14,250)</span>');
    expect(html.match(/Values in US dollars at the rate of 20 November 2026: 1 KGS = \$0\.01140\./g)).toHaveLength(1);
  });

  test("a euro is worth its dollars too, on the page and in a feed", () => {
    const euro: StoryRates = { fixed: { EUR: { dollars: "1.16", effectiveDate: "2026-11-20" } }, live: [] };
    for (const shown of [page, feed]) {
      const html = shown(body(p(money("40", "EUR"))), euro);
      expect(html).toContain('<data value="40">40\u00a0EUR</data> <span>($46.40)</span>');
      expect(html).toContain("at the rate of 20 November 2026: 1 EUR = $1.16000.");
    }
  });

  test("dollars are dollars already, and what has no rate stands alone", () => {
    const html = page(body(p(money("1250.50", "USD"), money("40", "EUR"), money("9", "TJS"))));
    expect(html).toBe(
      '<div><p><data value="1250.50">$1,250.50</data><data value="40">40\u00a0EUR</data><data value="9">9\u00a0TJS</data></p></div>',
    );
  });
});

test("an amount bears its marks, on the page and in a feed", () => {
  const link = { type: "link" as const, attrs: { href: "https://example.org/" } };
  const marked = body(p({ ...money("40", "EUR"), marks: [link, { type: "bold" as const }] }));
  for (const html of [page(marked), feed(marked)])
    expect(html).toMatch(
      /<a href="https:..example.org."[^>]*><strong><data value="40">40\u00a0EUR<.data><.strong><.a>/,
    );
});

describe("a picture", () => {
  const id = picture().attrs.pictureId;

  test("comes in the size that a screen needs, its place kept, with caption and credit", () => {
    const html = page(body(picture({ width: 700, height: 350 })));
    expect(html).toContain(`srcSet="/media/${id}/480.webp 480w, /media/${id}/700.webp 700w"`);
    expect(html).toMatch(
      new RegExp(`<img src="/media/${id}/700.jpg"[^>]* width="700" height="350" alt="Lorries in snow" loading="lazy"`),
    );
    expect(html).toContain("<figcaption>The pass on Monday. <small>Aida Bekova</small></figcaption>");
  });

  test("that nobody described has an empty alt text and no empty caption", () => {
    const html = page(body(picture({ altText: "", caption: "", credit: "" })));
    expect(html).toContain('alt=""');
    expect(html).not.toContain("figcaption");
  });

  test("stands in a feed with its whole address, and by its words alone where there is none", () => {
    expect(feed(body(picture()))).toBe(
      `<figure><img src="https://paper.example/media/${id}/960.jpg" width="1600" height="1000" alt="Lorries in snow" loading="lazy"/>` +
        "<figcaption>The pass on Monday. Aida Bekova</figcaption></figure>",
    );
    const nowhere = <FeedBody body={body(picture())} language="en" paperLanguage="en" siteUrl="" />;
    expect(renderToStaticMarkup(nowhere)).toBe("<p>The pass on Monday. Aida Bekova</p>");
  });
});

describe("in a feed", () => {
  const everything = body(
    p("See ", a("this", "/stories/x"), " and ", a("that", "https://example.org/"), ": ", money("40", "KGS")),
    crosshead("Why"),
    ul("one"),
    pullQuote("A long night.", attribution("A driver")),
    factBox("The pass", "3,184 m", table("Closed", ["Year"], ["2025"])),
    embed("https://t.me/durov/1", "A post"),
    rateBox("KGS", "live"),
    rule(),
  );

  test("a body is plain elements with whole addresses", () => {
    expect(feed(everything)).toBe(
      '<p>See <a href="https://paper.example/stories/x">this</a> and <a href="https://example.org/" rel="noopener">that</a>: ' +
        '<data value="40">40\u00a0KGS</data> <span>($0.46)</span></p><h2>Why</h2><ul><li><p>one</p></li></ul>' +
        "<figure><blockquote><p>A long night.</p></blockquote><figcaption>A driver</figcaption></figure>" +
        '<h3>The pass</h3><p>3,184 m</p><table><caption>Closed</caption><thead><tr><th scope="col">Year</th></tr></thead>' +
        "<tbody><tr><td>2025</td></tr></tbody></table>" +
        '<p><a href="https://t.me/durov/1">A post</a> (Telegram)</p><p>KGS/USD 0.01143 (as of 26 November)</p><hr/>' +
        "<p>Values in US dollars at the rate of 20 November 2026: 1 KGS = $0.01140.</p>",
    );
  });
});
