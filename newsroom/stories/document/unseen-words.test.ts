import { describe, expect, it } from "vitest";
import * as Y from "yjs";
import type { Body } from "../../body/body.ts";
import { body, embed, factBox, money, p, picture, table, ul } from "../../body/testing.ts";
import { documentOf, suggestionsIn, textOf, wholeBody } from "./document.ts";
import { blocks, linesOf, merged, move, textAt, together } from "./testing-unseen.ts";
import { withUnseenWords } from "./unseen-words.ts";

describe("words that somebody else stored meanwhile", () => {
  const text = body(p("Lorries wait."), p("Nobody knows why."), ul("one", "two"));

  it("move along with their block, each at its place", () =>
    expect(
      together(
        text,
        (doc) => {
          textAt(doc, 0).insert(13, " For days.");
          textAt(doc, 0).insert(0, "Forty ");
        },
        (doc) => move(doc, 0, 1),
      ),
    ).toEqual(["Nobody knows why.", "Forty Lorries wait. For days.", "one", "two"]));

  it("move along within a list", () =>
    expect(
      together(
        text,
        (doc) => textAt(doc, 2, 1, 0).insert(3, " and a half"),
        (doc) => move(doc, 2, 0),
      ),
    ).toEqual(["one", "two and a half", "Lorries wait.", "Nobody knows why."]));

  it("go with the words that a line is joined to", () =>
    expect(
      together(
        text,
        (doc) => textAt(doc, 1).insert(17, " Ask him."),
        (doc) => {
          textAt(doc, 0).insert(13, " Nobody knows why.");
          blocks(doc).delete(1, 1);
        },
      ),
    ).toEqual(["Lorries wait. Nobody knows why. Ask him.", "one", "two"]));

  it("stay in the line in which somebody takes out the amount before them, whose words the editor makes anew then", () =>
    expect(
      together(
        body(p("It costs ", money("40", "KGS"), " each.")),
        (doc) => ((blocks(doc).get(0) as Y.XmlElement).get(2) as Y.XmlText).insert(5, " day"),
        (doc) => {
          const line = blocks(doc).get(0) as Y.XmlElement;
          (line.get(0) as Y.XmlText).insert(9, "much each.");
          line.delete(1, 2);
        },
      ),
    ).toEqual(["It costs much each day."]));

  it("stand alone where the block they were typed in is gone", () =>
    expect(
      together(
        text,
        (doc) => textAt(doc, 1).insert(0, "A driver says: "),
        (doc) => blocks(doc).delete(1, 1),
      ),
    ).toEqual(["Lorries wait.", "A driver says:", "one", "two"]));

  it("stay in the line of a headline that is written anew", () => {
    const line = (doc: Y.Doc) => doc.getXmlFragment("headline");
    const said: string[] = [];
    together(
      text,
      (doc) => {
        const block = line(doc).get(0);
        const words = block instanceof Y.XmlElement ? block.get(0) : null;
        if (words instanceof Y.XmlText) words.insert(4, " at the pass");
      },
      (doc) => {
        const paragraph = new Y.XmlElement("paragraph");
        paragraph.insert(0, [new Y.XmlText("Ice")]);
        line(doc).delete(0, 1);
        line(doc).insert(0, [paragraph]);
        doc.on("update", () => said.push(textOf(doc).headline));
      },
    );
    expect(said.at(-1)).toBe("Ice at the pass");
  });
});

describe("with those words", () => {
  const mark = { id: "s1", by: "11111111-1111-4111-8111-111111111111", at: "2026-11-25T12:00:00.000Z" };
  const text = body(p("Lorries wait at the pass."), p("Nobody knows why."));
  const movedAfter = (first: (line: Y.XmlText, doc: Y.Doc) => void, content = text) =>
    merged(
      content,
      (doc) => first(textAt(doc, 0), doc),
      (doc) => move(doc, 0, 1),
    );
  const linesAt = (doc: Y.Doc, at: number): Record<string, unknown>[] =>
    (wholeBody(blocks(doc)) as { content: { content: Record<string, unknown>[] }[] }).content[at]?.content ?? [];

  it.each<[string, Record<string, object>]>([
    ["what proposes them", { insertion: mark }],
    ["a comment on them", { "comment--Zm9vYmFy": { id: "c1" } }],
    ["a link", { link: { href: "/stories/x" } }],
  ])("comes back %s", (_what, marks) => {
    const doc = movedAfter((line) => line.insert(25, " For days.", marks));
    const words = linesAt(doc, 1).at(-1);
    const [[key = "", attrs] = []] = Object.entries(marks);
    expect(words).toMatchObject({ text: " For days.", marks: [{ type: key.split("--")[0], attrs }] });
    expect(linesOf(doc)[1]).toBe(
      "insertion" in marks ? "Lorries wait at the pass." : "Lorries wait at the pass. For days.",
    );
  });

  it("comes back what proposes to take out words that were there", () => {
    const doc = movedAfter((line) => line.format(8, 5, { deletion: mark }));
    expect(suggestionsIn(doc)).toHaveLength(1);
    expect(linesOf(doc)).toEqual(["Nobody knows why.", "Lorries wait at the pass."]);
  });

  const amount = (sum: string) => {
    const made = new Y.XmlElement("money");
    made.setAttribute("amount", sum);
    made.setAttribute("currency", "KGS");
    return made;
  };
  it("comes back an amount at its place", () => {
    const doc = movedAfter((line, there) => {
      // As the editor puts it in: what stands behind it is made anew.
      line.delete(8, 17);
      const block = blocks(there).get(0) as Y.XmlElement;
      block.insert(1, [amount("40"), new Y.XmlText("wait at the pass.")]);
    });
    expect(linesAt(doc, 1)).toMatchObject([
      { text: "Lorries " },
      { type: "money", attrs: { amount: "40", currency: "KGS" } },
      { text: "wait at the pass." },
    ]);
  });

  it("comes back an amount whose line is gone, in one of its own", () => {
    const doc = merged(
      text,
      (there) => (blocks(there).get(0) as Y.XmlElement).push([amount("40"), new Y.XmlText(" each")]),
      (there) => blocks(there).delete(0, 1),
    );
    expect(linesAt(doc, 0)).toMatchObject([{ type: "money", attrs: { amount: "40" } }, { text: " each" }]);
  });

  const set = (doc: Y.Doc, key: string, value: string, ...path: number[]) => {
    let at: unknown = blocks(doc);
    for (const index of path) at = at instanceof Y.XmlFragment ? at.get(index) : null;
    (at as Y.XmlElement).setAttribute(key, value);
  };
  const film = embed("https://www.youtube.com/watch?v=dQw4w9WgXcQ", "Film");
  it.each<[string, Body, (doc: Y.Doc) => void, object]>([
    [
      "a caption",
      body(table("", ["a"], ["b"]), p("Why?")),
      (doc) => set(doc, "caption", "Prices", 0),
      { caption: "Prices" },
    ],
    ["a title", body(film, film, p("Why?")), (doc) => set(doc, "title", "Newer", 0), { title: "Newer" }],
    [
      "a credit",
      body(picture({ caption: "The pass" }), p("Why?")),
      (doc) => {
        set(doc, "credit", "Anna", 0);
        set(doc, "altText", "Snow", 0);
      },
      { credit: "Anna", altText: "Snow", caption: "The pass" },
    ],
  ])("comes back %s of a block that moved", (_what, content, first, attrs) => {
    const last = content.content.length - 1;
    const doc = merged(content, first, (there) => move(there, 0, last));
    expect(textOf(doc).body.content.at(last)).toMatchObject({ type: content.content[0]?.type, attrs });
    expect(textOf(doc).body.content).toHaveLength(last + 1);
  });

  it("comes back a sum that was put right in a line that moved", () => {
    const content = body(p("It costs ", money("40", "KGS"), "."), p("Why?"));
    const doc = merged(
      content,
      (there) => set(there, "amount", "45", 0, 1),
      (there) => move(there, 0, 1),
    );
    expect(linesAt(doc, 1)[1]).toMatchObject({ attrs: { amount: "45" } });
  });

  it("stands alone a sum that was put right in a line that is gone", () =>
    expect(
      together(
        body(p("It costs ", money("40", "KGS"), "."), p("Why?")),
        (doc) => set(doc, "amount", "45", 0, 1),
        (doc) => blocks(doc).delete(0, 1),
      ),
    ).toEqual(["45 KGS", "Why?"]));

  it("stands alone what was written under a picture that is gone", () =>
    expect(
      together(
        body(picture({ caption: "" }), p("Why?")),
        (doc) => set(doc, "caption", "The pass today", 0),
        (doc) => blocks(doc).delete(0, 1),
      ),
    ).toEqual(["The pass today", "Why?"]));

  it("stands alone a picture that was put into a box", () => {
    const doc = merged(
      body(factBox("Box", "In the box"), p("Why?")),
      (there) => {
        const made = new Y.XmlElement("embed");
        for (const [key, value] of Object.entries(film.attrs)) made.setAttribute(key, String(value));
        (blocks(there).get(0) as Y.XmlElement).push([made]);
      },
      (there) => move(there, 0, 1),
    );
    expect(textOf(doc).body.content.map(({ type }) => type)).toEqual(["embed", "paragraph", "factBox"]);
  });
});

describe("words in whose place somebody else writes at once", () => {
  const set = (doc: Y.Doc, key: string, value: string, ...path: number[]) => {
    let at: unknown = blocks(doc);
    for (const index of path) at = at instanceof Y.XmlFragment ? at.get(index) : null;
    (at as Y.XmlElement).setAttribute(key, value);
  };
  const captions = (doc: Y.Doc, who: string) => set(doc, "caption", `${who}'s`, 1);
  const text = body(p("Why?"), picture({ caption: "" }), p("It costs ", money("40", "KGS"), "."));

  it.each([1, 4_294_967_295])("stand behind the block, whichever of them Yjs keeps (%i)", (second) => {
    const doc = merged(
      text,
      (there) => captions(there, "Anna"),
      (there) => {
        there.clientID = second;
        captions(there, "Boris");
      },
    );
    // Whose were not stored yet is told in their own window.
    const isKept = second > 1;
    expect(textOf(doc).body.content[1]).toMatchObject({ attrs: { caption: isKept ? "Boris's" : "Anna's" } });
    expect(textOf(doc).body.content).toHaveLength(isKept ? 4 : 3);
    if (isKept) expect(textOf(doc).body.content[2]).toEqual(p("Anna's"));
  });

  it("stand behind it though it moves as well, and the newer ones stay in it", () => {
    const doc = merged(
      text,
      (there) => captions(there, "Anna"),
      (there) => {
        captions(there, "Boris");
        move(there, 1, 0);
      },
    );
    expect(textOf(doc).body.content[0]).toMatchObject({ attrs: { caption: "Boris's" } });
    expect(linesOf(doc)).toContain("Anna's");
  });

  it("are a whole amount", () => {
    const doc = merged(
      text,
      (there) => set(there, "amount", "45", 2, 1),
      (there) => {
        there.clientID = 4_294_967_295;
        set(there, "amount", "50", 2, 1);
      },
    );
    expect(linesOf(doc).slice(-2)).toEqual([expect.stringContaining("50 KGS"), "45 KGS"]);
  });

  it("do not come back where both write the same, or where it was seen", () => {
    const doc = merged(
      text,
      (there) => captions(there, "Anna"),
      (there) => captions(there, "Anna"),
    );
    expect(linesOf(doc).filter((line) => line.includes("Anna's"))).toHaveLength(1);
    const before = Y.encodeStateVector(doc);
    const later = new Y.Doc();
    Y.applyUpdate(later, Y.encodeStateAsUpdate(doc));
    captions(later, "Boris");
    expect(withUnseenWords(doc, Y.encodeStateAsUpdate(later, before))).toBeNull();
  });
});

describe("nothing comes back", () => {
  const text = body(p("Lorries wait."), p("Nobody knows why."));
  const changed = (change: (doc: Y.Doc) => void): unknown => {
    const doc = new Y.Doc();
    Y.applyUpdate(doc, documentOf({ body: text }));
    const copy = new Y.Doc();
    Y.applyUpdate(copy, Y.encodeStateAsUpdate(doc));
    const before = Y.encodeStateVector(copy);
    copy.transact(() => change(copy));
    return withUnseenWords(doc, Y.encodeStateAsUpdate(copy, before));
  };

  it("that its author had seen", () => expect(changed((doc) => blocks(doc).delete(0, 1))).toBeNull());
  it("of a block that moves and in which nobody wrote", () => expect(changed((doc) => move(doc, 0, 1))).toBeNull());
  it("that is taken out of a text which stays", () => expect(changed((doc) => textAt(doc, 0).delete(0, 8))).toBeNull());
});
