import { renderToStaticMarkup } from "react-dom/server";
import { expect, it } from "vitest";
import type { Body } from "#newsroom/body/body";
import { a, b, body, crosshead, money, p, picture, table, ul } from "#newsroom/body/testing";
import { storyDifference } from "#newsroom/stories/revisions/story-difference";
import { Comparison } from "./Comparison.tsx";

const text = (content: Body, headline = "") => ({ kicker: "", headline, standfirst: "", teaser: "", body: content });

/** The marks as plain signs, without the words for the ear. */
const shown = (before: Body, after: Body, headlines: [string, string] = ["", ""]) =>
  renderToStaticMarkup(
    <Comparison
      difference={storyDifference({ text: text(before, headlines[0]) }, { text: text(after, headlines[1]) })}
      language="en"
    />,
  )
    .replaceAll(/<span class="[^"]*hidden[^"]*"><span lang="en">[^<]*<\/span><\/span>/g, "")
    .replaceAll(/ (class|lang|dir|id|data-sign)="[^"]*"/g, "");

it("marks words within a block, and keeps how they are set", () => {
  const html = shown(body(p("It ", b("snows"), " hard.")), body(p("It ", b("rains"), " hard.")));
  expect(html).toContain("<p>It <del><strong>snows</strong></del><ins><strong>rains</strong></ins> hard.</p>");
});

it("marks whole blocks, and items of a list", () => {
  const html = shown(body(p("One."), ul("boots")), body(p("One."), crosshead("New"), ul("boots", "tea")));
  expect(html).toContain("<ins><div><h2>New</h2></div></ins>");
  expect(html).toContain("<ul><li><div><p>boots</p></div></li><li><ins><div><p>tea</p></div></ins></li></ul>");
});

it("says what a block was before", () => {
  expect(shown(body(p("Who is there")), body(crosshead("Who is there")))).toContain(
    "<p>Was: paragraph</p><h2>Who is there</h2>",
  );
});

it("marks lines, counts words, and keeps links", () => {
  const html = shown(body(p("See it.")), body(p("See ", a("this", "/stories/x"), ".")), ["Snow", "Much snow"]);
  expect(html).toContain("<del>Snow</del><ins>Much snow</ins>");
  expect(html).toContain("3\u00a0words added, 2\u00a0words removed.");
  expect(html).toContain('<ins><a href="/stories/x">this</a></ins>');
});

it("shows where links lead that lead elsewhere now", () => {
  const html = shown(body(p("See ", a("this", "/stories/x"), ".")), body(p("See ", a("this", "/stories/y"), ".")));
  expect(html).toContain('<del><a href="/stories/x">this</a><span> (/stories/x)</span></del>');
  expect(html).toContain('<ins><a href="/stories/y">this</a><span> (/stories/y)</span></ins>');
});

it("shows and counts what a table, a picture and an amount say", () => {
  const rows = [
    ["a", "b"],
    ["c", "d"],
  ] as const;
  const html = shown(
    body(
      table("Cells of old", [...rows[0]], [...rows[1]]),
      p("It costs ", money("5", "KGS"), "."),
      picture({ caption: "Monday." }),
    ),
    body(
      table("Cells of today", [...rows[0]], [...rows[1]]),
      p("It costs ", money("7", "KGS"), "."),
      picture({ caption: "Tuesday." }),
    ),
  );
  expect(html).toContain("<caption>Cells of <del>old</del><ins>today</ins></caption>");
  // The caption's word, the amount with its currency, and the picture's caption and credit.
  expect(html).toContain("6\u00a0words added, 6\u00a0words removed.");
});

it("says when nothing changed", () => {
  expect(shown(body(p("One.")), body(p("One.")))).toContain("The text is the same.");
});

it("says to the ear what the marks say to the eye", () => {
  const html = renderToStaticMarkup(
    <Comparison
      difference={storyDifference({ text: text(body(p("It snows."))) }, { text: text(body(p("It rains."))) })}
      language="ky"
    />,
  );
  for (const words of ["Removed:", "(end of removal)", "Added:", "(end of addition)"]) expect(html).toContain(words);
});
