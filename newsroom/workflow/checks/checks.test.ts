import { describe, expect, it } from "vitest";
import type { Body } from "../../body/body.ts";
import { body, crosshead, factBox, p, picture } from "../../body/testing.ts";
import { findingsIn } from "./checks.ts";
import type { Place, Subject } from "./finding.ts";
import { type CheckKey, checkKeys, checkKinds } from "./kinds.ts";
import { aRule, aSubject, nothingWritten } from "./testing.ts";
import { isOtherSpelling } from "./two-spellings.ts";

const link = (text: string, href: string) => ({
  type: "text" as const,
  text,
  marks: [{ type: "link" as const, attrs: { href } }],
});
const quoted = (at: Place) => ("quote" in at ? at.quote : at.part);
const found = async (subject: Subject, check: string) =>
  (await findingsIn(subject)).filter((finding) => finding.check === check);
const struck = async (subject: Subject, check: CheckKey) => (await found(subject, check)).map(({ at }) => quoted(at));

describe("the checks before publishing", () => {
  it("find nothing in a sound story", async () => {
    expect(await findingsIn(aSubject())).toEqual([]);
  });

  it("say what is missing, errors first", async () => {
    const subject = aSubject({
      headline: " ",
      body: nothingWritten,
      sectionId: null,
      openComments: 2,
      openSuggestions: 1,
    });
    expect((await findingsIn(subject)).map(({ check, severity }) => [check, severity])).toEqual([
      ["headline", "error"],
      ["text", "error"],
      ["section", "error"],
      ["suggestions", "error"],
      ["comments", "warning"],
    ]);
  });

  it("are as the newsroom wants them; what readers need stays an error", async () => {
    const subject = aSubject({ headline: "", openComments: 1 });
    const kinds = async (settings: Parameters<typeof findingsIn>[1]) =>
      (await findingsIn(subject, settings)).map(({ check, severity }) => `${check} ${severity}`);
    expect(await kinds({ comments: "off" })).toEqual(["headline error"]);
    expect(await kinds({ comments: "error", headline: "off" })).toEqual(["headline error", "comments error"]);
    expect(checkKeys.filter((key) => "isNeeded" in checkKinds[key])).toEqual([
      "headline",
      "text",
      "section",
      "pictures",
      "suggestions",
    ]);
  });
});

describe("pictures", () => {
  const pictureId = picture().attrs.pictureId;
  const pictures = new Set([pictureId, "lead"]);
  const lead = { pictureId: "lead", altText: "Snow", caption: "", credit: "Aida Bekova" };
  const mute = { altText: " ", credit: "" };

  it.each<[string, Partial<Subject> & { body: Body }, string[]]>([
    ["say what they need", { leadImage: lead, body: body(p("It snows."), picture()) }, []],
    [
      "lack words at the top",
      { leadImage: { ...lead, ...mute }, body: body(p("It snows.")) },
      ["altText leadImage The lead image has no alt text", "credit leadImage The lead image has no credit"],
    ],
    [
      "lack words in the text, within a box too",
      {
        leadImage: lead,
        body: body(
          p("It snows."),
          picture(),
          factBox("Snow", picture({ ...mute, caption: "" })),
          picture({ credit: " " }),
        ),
      },
      [
        "altText picture 1 Picture 2 has no alt text",
        "credit picture 1 Picture 2 has no credit",
        "credit picture 2 The picture “The pass on Monday.” has no credit",
      ],
    ],
    [
      "are gone from the library",
      { leadImage: { ...lead, pictureId: "gone" }, body: body(p("It snows."), picture()) },
      ["pictures leadImage The lead image is not in the library any more"],
    ],
  ])("%s", async (_, wishes, said) => {
    const found = await findingsIn(aSubject({ pictures, ...wishes }));
    const place = (at: Place) => ("picture" in at ? `picture ${at.picture}` : at.part);
    expect(found.map(({ check, at, message }) => `${check} ${place(at)} ${message.replace(/[.:][^”]*$/, "")}`)).toEqual(
      said,
    );
    expect(found.every(({ severity }) => severity === "error")).toBe(true);
  });

  it("may do without credit where the newsroom says so, and never be gone", async () => {
    const subject = aSubject({ pictures: new Set(), leadImage: { ...lead, credit: "" } });
    const found = await findingsIn(subject, { credit: "off", pictures: "off" });
    expect(found.map(({ check, severity }) => `${check} ${severity}`)).toEqual(["pictures error"]);
  });
});

describe("links", () => {
  const text = body(
    p(
      "See ",
      link("the ", "/stories/gone"),
      link("list", "/stories/gone"),
      " and ",
      link("more", "https://example.org"),
    ),
  );

  it("that lead nowhere are struck with all their words", async () => {
    const links = new Map([
      ["/stories/gone", "dead" as const],
      ["https://example.org", "unknown" as const],
    ]);
    expect(await struck(aSubject({ body: text, links }), "links")).toEqual(["the list"]);
  });
});

describe("crossheads", () => {
  it.each([
    ["a sound order", [crosshead("One"), p("text"), crosshead("Two", 3), p("text"), crosshead("Three"), p("text")], []],
    ["a small one first", [crosshead("Two", 3), p("text")], ["Two"]],
    ["a small one right under a large one", [crosshead("One"), crosshead("Two", 3), p("text")], []],
    ["two large ones in a row", [crosshead("One"), crosshead("Two"), p("text")], ["One"]],
    ["one at the end", [p("text"), crosshead("Last")], ["Last"]],
    ["one without words", [crosshead(" "), p("text")], [" "]],
  ])("%s", async (_name, blocks, expected) => {
    expect(await struck(aSubject({ body: body(...blocks) }), "headings")).toEqual(expected);
  });
});

describe("a name in two spellings", () => {
  it.each([
    ["Mambetova", "Mambetowa", false, true],
    ["Karimov", "Karimow", false, true],
    ["Japarov", "Zhaparov", false, false],
    ["Mambetov", "Mambetova", false, false],
    ["Kyrgyz", "Kyrgyzs", false, false],
    ["Kyrgyzstan", "Kyrgyzstani", false, false],
    ["Bishkek", "Bishkke", false, true],
    ["Мамбетова", "Мамбетову", true, false],
    ["Мамбетова", "Мамбетовой", true, false],
    ["Мамбетова", "Мамбитова", true, true],
    ["Tokmok", "Talas", false, false],
  ])("%s and %s", (one, other, inflects, expected) => {
    expect(isOtherSpelling(one, other, inflects)).toBe(expected);
    expect(isOtherSpelling(other, one, inflects)).toBe(expected);
  });

  it("strikes the rarer one, wherever it stands, and offers the other", async () => {
    const subject = aSubject({
      headline: "What Aizada Mambetowa saw",
      body: body(p("A teacher, Aizada Mambetova, was there."), p("Later Mambetova left.")),
    });
    expect(await found(subject, "names")).toMatchObject([
      { at: { part: "headline", from: 12, to: 21, quote: "Mambetowa" }, replacement: "Mambetova" },
    ]);
  });

  it("is not seen in words that only begin a sentence", async () => {
    const text = body(p("Nothing was found there."), p("Nothink of it."));
    expect(await struck(aSubject({ body: text }), "names")).toEqual([]);
  });
});

describe("today with another day's date", () => {
  it.each([
    ["en", "The pass opened today, 25 November 2026.", []],
    ["en", "The pass opened today, 24 November 2026.", ["today"]],
    ["en", "The pass opened yesterday, 24 November.", []],
    ["en", "The pass opens tomorrow (27 Nov).", ["tomorrow"]],
    ["en", "Today, March 3rd, the lorries left.", ["Today"]],
    ["en", "Today is a holiday. The law is of 3 March 2025.", []],
    ["en", "Today the council honours those who signed the treaty in Tashkent on 15 May 1992.", []],
    ["en", "It ends today (15 May 2024).", ["today"]],
    ["ru", "Перевал открыли сегодня, 24 ноября.", ["сегодня"]],
    ["ru", "Перевал открыли сегодня, 25 ноября 2026 года.", []],
    ["ky", "Ашуу бүгүн, 24-ноябрь күнү ачылды.", ["бүгүн"]],
    ["kk", "Асу бүгін, 24 қараша күні ашылды.", ["бүгін"]],
    ["fr", "Le col est ouvert today, 24 novembre.", []],
  ])("%s: %s", async (language, text, expected) => {
    expect(await struck(aSubject({ language, body: body(p(text)) }), "days")).toEqual(expected);
  });
});

describe("tags", () => {
  it.each([
    [49, 40, false],
    [100, 20, false],
    [100, 21, true],
  ])("of %i live stories %i carry it", async (liveStories, carrying, isGeneral) => {
    const subject = aSubject({ liveStories, tags: [{ id: "1", name: "Kyrgyzstan", liveStories: carrying }] });
    expect(await found(subject, "generalTags")).toHaveLength(isGeneral ? 1 : 0);
  });
});

describe("the house style", () => {
  const rule = aRule({ pattern: "Kirghizia", message: "We write Kyrgyzstan.", replacement: "Kyrgyzstan" });
  const hits = async (wishes: Parameters<typeof aRule>[0], text: string, language = "en") =>
    (await found(aSubject({ body: body(p(text)), language, houseRules: [aRule(wishes)] }), aRule({}).id)).map(
      ({ at, replacement }) => [quoted(at), replacement],
    );

  it("says where a rule strikes, what is wrong and what to write", async () => {
    const subject = aSubject({
      standfirst: "In Kirghizia",
      body: body(p("one"), p("KIRGHIZIA, Kirghizian")),
      houseRules: [rule],
    });
    expect(await findingsIn(subject)).toEqual([
      {
        check: rule.id,
        severity: "warning",
        message: "We write Kyrgyzstan.",
        at: { part: "standfirst", from: 3, to: 12, quote: "Kirghizia" },
        replacement: "Kyrgyzstan",
      },
      expect.objectContaining({ at: { part: "body", line: 1, from: 0, to: 9, quote: "KIRGHIZIA" } }),
    ]);
  });

  it.each([
    [
      "words in any alphabet, whole",
      { pattern: "Киргизия" },
      "Киргизия, киргизиянын 😀Киргизия",
      [
        ["Киргизия", undefined],
        ["Киргизия", undefined],
      ],
    ],
    ["signs as they are", { pattern: "a.b" }, "a.b axb", [["a.b", undefined]]],
    [
      "case where it matters",
      { pattern: "csto", isCaseSensitive: true, replacement: "CSTO" },
      "CSTO csto",
      [["csto", "CSTO"]],
    ],
    [
      "patterns with groups",
      { pattern: "(\\d+) ?%", isPattern: true, replacement: "$1 per cent" },
      "up 5% and 6 %",
      [
        ["5%", "5 per cent"],
        ["6 %", "6 per cent"],
      ],
    ],
    [
      "patterns that look at what stands around them",
      { pattern: "\\Bism", isPattern: true, replacement: "-ism" },
      "realism",
      [["ism", "-ism"]],
    ],
    [
      "groups by number and name, what was found, and a dollar",
      { pattern: "(?P<amount>\\d+)(k?) USD", isPattern: true, replacement: "$$$<amount>$2 [$&] $10$3" },
      "5k USD",
      [["5k USD", "$5k [5k USD] 50$3"]],
    ],
    ["nothing where it is right already", { pattern: "kyrgyzstan", replacement: "Kyrgyzstan" }, "Kyrgyzstan", []],
    ["nothing when it is off", { pattern: "one", isOn: false }, "one", []],
    ["nothing in another language", { pattern: "one", language: "ru" }, "one", []],
    ["no empty hit", { pattern: "x*", isPattern: true }, "abc", []],
  ])("finds %s", async (_name, wishes, text, expected) => {
    expect(await hits(wishes, text)).toEqual(expected);
  });

  it("is linear whatever the pattern is: one for which others would need for ever", async () => {
    const subject = aSubject({
      body: body(p(`${"a".repeat(200_000)}b`)),
      houseRules: [
        aRule({ pattern: "(a+)+$", isPattern: true }),
        aRule({ id: "2", pattern: "(.*a){12}b", isPattern: true }),
      ],
    });
    expect((await findingsIn(subject)).map(({ check }) => check)).toEqual(["2"]);
  });

  it("shows a rule twenty times and no more", async () => {
    const subject = aSubject({
      body: body(...Array.from({ length: 30 }, () => p("one"))),
      houseRules: [aRule({ pattern: "one" })],
    });
    expect(await findingsIn(subject)).toHaveLength(20);
  });
});
