import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Block, Body, Inline, PlainBlock } from "./body.ts";
import { bodyDifference, type Compared, type Run, sideOf } from "./difference.ts";
import type { BodyNode } from "./node.ts";
import { a, b, body, crosshead, ol, p, picture, quote, rule, ul } from "./testing.ts";

const textOf = (nodes: BodyNode[]): string =>
  nodes.map(({ text, content = [] }) => text ?? (textOf(content) || "·")).join("");
const wrapped = { same: ["", ""], gone: ["[-", "-]"], new: ["{+", "+}"] } as const;
const shownRun = ({ kind, content }: Run) => wrapped[kind].join(textOf(content));

const shown = (all: Compared[]): string[] =>
  all.map((one) => {
    if (one.kind !== "changed") return `${one.node.type} ${wrapped[one.kind].join(textOf([one.node]))}`;
    const head = one.was ? `${one.was.type}→${one.head.type}` : one.head.type;
    return "runs" in one ? `${head} ${one.runs.map(shownRun).join("")}` : `${head} (${shown(one.blocks).join(", ")})`;
  });

const difference = (before: Body, after: Body) => shown(bodyDifference(before, after));

describe("the difference of two bodies", () => {
  it.each<[string, Body, Body, string[]]>([
    ["nothing", body(p("One.")), body(p("One.")), ["paragraph One."]],
    ["a word", body(p("It snows hard.")), body(p("It snows softly.")), ["paragraph It snows [-hard-]{+softly+}."]],
    [
      "neighbouring words, read as one change",
      body(p("The old man slept well that night.")),
      body(p("The young woman slept well that night.")),
      ["paragraph The [-old man-]{+young woman+} slept well that night."],
    ],
    [
      "a new paragraph between others",
      body(p("One."), p("Three.")),
      body(p("One."), p("Two."), p("Three.")),
      ["paragraph One.", "paragraph {+Two.+}", "paragraph Three."],
    ],
    [
      "a paragraph written anew",
      body(p("The pass is closed.")),
      body(p("Nobody answered at Osh.")),
      ["paragraph [-The pass is closed.-]", "paragraph {+Nobody answered at Osh.+}"],
    ],
    [
      "a paragraph that became a crosshead",
      body(p("What is missing")),
      body(crosshead("What is missing")),
      ["paragraph→crosshead What is missing"],
    ],
    ["a crosshead's level", body(crosshead("Who", 2)), body(crosshead("Who", 3)), ["crosshead→crosshead Who"]],
    [
      "an item of a list",
      body(ul("boots", "stoves", "wire")),
      body(ul("boots", "twelve stoves", "wire", "tea")),
      ["bulletList (listItem boots, listItem (paragraph {+twelve +}stoves), listItem wire, listItem {+tea+})"],
    ],
    [
      "the kind of a list",
      body(ul("a b", "c d")),
      body(ol("a b", "c d")),
      ["bulletList→orderedList (listItem a b, listItem c d)"],
    ],
    ["a rule", body(p("One."), rule()), body(p("One.")), ["paragraph One.", "horizontalRule [-·-]"]],
    [
      "a mark",
      body(p("Very ", "bold", " words.")),
      body(p("Very ", b("bold"), " words.")),
      ["paragraph Very [-bold-]{+bold+} words."],
    ],
    [
      "a link's address",
      body(p("See ", a("this", "/a"), " page.")),
      body(p("See ", a("this", "/b"), " page.")),
      ["paragraph See [-this-]{+this+} page."],
    ],
    [
      "a paragraph moved out of a quote",
      body(quote("One two three four."), p("Five.")),
      body(p("One two three four."), p("Five.")),
      ["blockquote [-One two three four.-]", "paragraph {+One two three four.+}", "paragraph Five."],
    ],
  ])("%s", (_, before, after, expected) => expect(difference(before, after)).toEqual(expected));

  it("knows blocks that nobody has thought of yet", () => {
    const strange = (type: string, attrs: object, ...content: Block[]): Body =>
      JSON.parse(JSON.stringify({ type: "doc", content: [{ type, attrs, ...(content.length > 0 && { content }) }] }));
    expect(
      difference(
        strange("factBox", { title: "Who" }, p("Ten posts.")),
        strange("factBox", { title: "Where" }, p("Ten new posts.")),
      ),
    ).toEqual(["factBox→factBox (paragraph Ten {+new +}posts.)"]);
    expect(difference(strange("embed", { url: "/a" }), strange("embed", { url: "/b" }))).toEqual([
      "embed [-·-]",
      "embed {+·+}",
    ]);
  });

  const word = fc.constantFrom("snow", "pass", "lorry", "boots", "ё", "🙂", "and", "the", ".", "Osh");
  const words = fc.array(word, { minLength: 1, maxLength: 8 }).map((all) => all.join(" "));
  const inline: fc.Arbitrary<Inline[]> = fc.array(fc.tuple(words, fc.boolean()), { maxLength: 3 }).map((pieces) =>
    pieces.flatMap(([text, isBreak], place): Inline[] => {
      // Neighbours never carry the same marks, as in any document that an editor made.
      if (isBreak) return [{ type: "hardBreak" }];
      return [{ type: "text", text, ...(place % 2 === 0 && { marks: [{ type: "bold" }] }) }];
    }),
  );
  const leaf: fc.Arbitrary<PlainBlock> = fc.oneof(
    inline.map((content): PlainBlock => (content.length > 0 ? { type: "paragraph", content } : { type: "paragraph" })),
    words.map((text) => crosshead(text)),
    fc.constant(rule()),
  );
  const block: fc.Arbitrary<Block> = fc.oneof(
    { weight: 4, arbitrary: leaf },
    { weight: 1, arbitrary: fc.array(leaf, { minLength: 1, maxLength: 3 }).map((content) => quote(...content)) },
    { weight: 1, arbitrary: fc.array(words, { minLength: 1, maxLength: 4 }).map((items) => ul(...items)) },
  );
  const aBody = fc.array(block, { maxLength: 8 }).map((content): Body => ({ type: "doc", content }));

  it("gives back both bodies, whatever they are", () => {
    fc.assert(
      fc.property(aBody, aBody, (before, after) => {
        const compared = bodyDifference(before, after);
        expect(sideOf(compared, "before")).toEqual(before.content);
        expect(sideOf(compared, "after")).toEqual(after.content);
      }),
      { numRuns: 500 },
    );
  });

  it("leaves every block alone that an edit elsewhere did not touch", () => {
    fc.assert(
      fc.property(fc.uniqueArray(words, { minLength: 3, maxLength: 12 }), fc.nat(), words, (texts, at, text) => {
        const before = texts.map((one) => p(one));
        const after = before.toSpliced(at % before.length, 0, p(`new ${text}`));
        const compared = bodyDifference(body(...before), body(...after));
        expect(compared.filter(({ kind }) => kind !== "same")).toHaveLength(1);
      }),
    );
  });

  it("tells a picture with other words by both, since all it says stands in its attributes", () => {
    const [before, after] = [picture({ caption: "Monday." }), picture({ caption: "Tuesday." })];
    expect(bodyDifference(body(p("Snow."), before), body(p("Snow."), after))).toEqual([
      { kind: "same", node: p("Snow.") },
      { kind: "gone", node: before },
      { kind: "new", node: after },
    ]);
    expect(bodyDifference(body(before), body(before))).toEqual([{ kind: "same", node: before }]);
  });

  const longText = (seed: number, vocabulary: number) => {
    let state = seed;
    const next = () => {
      state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
      return state;
    };
    return Array.from({ length: 400 }, () =>
      p(Array.from({ length: 50 }, () => `word${next() % vocabulary}`).join(" ")),
    );
  };

  it.each<[string, Block[], Block[]]>([
    ["each paragraph changed", longText(1, 3_000), longText(1, 3_000).map((one) => p(`New ${textOf([one])} end`))],
    ["nothing in common", longText(1, 3_000), longText(2, 3_000)],
    ["the same few words everywhere", longText(1, 12), longText(2, 12)],
    [
      "one paragraph of it all",
      [
        p(
          longText(1, 900)
            .map((one) => textOf([one]))
            .join(" "),
        ),
      ],
      [
        p(
          longText(2, 900)
            .map((one) => textOf([one]))
            .join(" "),
        ),
      ],
    ],
    // Near 130 ms on a quiet machine; what grows with the square ends at the time limit of a test.
  ])("of two texts of 20,000 words comes: %s", (_, before, after) => {
    expect(bodyDifference(body(...before), body(...after)).length).toBeGreaterThan(0);
  });
});
