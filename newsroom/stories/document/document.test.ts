import { describe, expect, it } from "vitest";
import * as Y from "yjs";
import { a, b, body, crosshead, i, money, ol, p, quote, rule, ul } from "../../body/testing.ts";
import { plainText } from "../../body/text.ts";
import { clientsOf, documentOf, mergedDocument, readingOf, suggestionsIn, textOf } from "./document.ts";

const text = {
  kicker: "Border",
  headline: "Snow closes the pass",
  standfirst: "Lorries wait — for days.",
  teaser: "",
  body: body(
    p("Snow ", b("fell"), i(b("hard")), a("there", "https://example.org/")),
    crosshead("Why"),
    ul("one", [p("two"), ol("a", "b")]),
    quote("We saw it."),
    rule(),
    p("End 🙂"),
  ),
};

describe("the story's document", () => {
  it("gives back the text that it was made of", () => expect(textOf(mergedDocument([documentOf(text)]))).toEqual(text));

  it("keeps bold, italic and links on amounts", () => {
    const amount = money("40", "KGS");
    const link = { type: "link" as const, attrs: { href: "https://example.org/" } };
    const marked = body(
      p("Now ", { ...amount, marks: [link, { type: "bold" as const }] }, " and ", amount, "."),
      ul([{ ...amount, marks: [{ type: "italic" as const }] }]),
    );
    expect(textOf(mergedDocument([documentOf({ body: marked })])).body).toEqual(marked);
  });

  it("of nothing is an empty story", () =>
    expect(textOf(mergedDocument([documentOf({})]))).toEqual({
      kicker: "",
      headline: "",
      standfirst: "",
      teaser: "",
      body: { type: "doc", content: [{ type: "paragraph" }] },
    }));

  it("says a line without what is proposed in it, and as it would be", () => {
    const doc = mergedDocument([documentOf(text)]);
    const line = doc.getXmlFragment("headline").get(0);
    const words = line instanceof Y.XmlElement ? line.get(0) : null;
    if (!(words instanceof Y.XmlText)) throw new Error("There is no headline.");
    const proposal = { id: "1", by: "aigul", at: "2026-11-25T12:00:00Z" };
    words.format(0, 4, { deletion: proposal });
    words.insert(4, "Ice", { insertion: proposal, deletion: null });
    expect([textOf(doc).headline, textOf(doc, "with").headline]).toEqual([
      "Snow closes the pass",
      "Ice closes the pass",
    ]);
    expect(readingOf(doc).headline).toBe("Snow closes the pass");
    expect(suggestionsIn(doc)).toMatchObject([{ part: "headline", by: "aigul", added: "Ice", removed: "Snow" }]);
  });

  it("merges what two people typed", () => {
    const start = documentOf(text);
    const typed = (words: string) => {
      const doc = mergedDocument([start]);
      const before = Y.encodeStateVector(doc);
      const end = new Y.XmlElement("paragraph");
      end.insert(0, [new Y.XmlText(words)]);
      doc.getXmlFragment("body").push([end]);
      return Y.encodeStateAsUpdate(doc, before);
    };
    const both = JSON.stringify(textOf(mergedDocument([start, typed("from Osh"), typed("from Naryn")])).body);
    expect(both).toContain("from Osh");
    expect(both).toContain("from Naryn");
  });

  it("keeps an attribution and a paragraph that two people added to one quote at once, whichever comes first", () => {
    const start = documentOf({ body: body(quote("We saw it.")) });
    const added = (type: "paragraph" | "attribution", words: string, clientID: number) => {
      const doc = mergedDocument([start]);
      doc.clientID = clientID;
      const before = Y.encodeStateVector(doc);
      const line = new Y.XmlElement(type);
      line.insert(0, [new Y.XmlText(words)]);
      const said = doc.getXmlFragment("body").get(0);
      if (said instanceof Y.XmlElement) said.push([line]);
      return Y.encodeStateAsUpdate(doc, before);
    };
    for (const [one, other] of [
      [1, 2],
      [2, 1],
    ] as const) {
      const updates = [start, added("paragraph", "Twice.", one), added("attribution", "A driver", other)];
      const text = plainText(textOf(mergedDocument(updates)).body).split("\n");
      expect(text.toSorted()).toEqual(["A driver", "Twice.", "We saw it."]);
    }
  });

  it("knows which clients an update comes from", () => {
    const doc = new Y.Doc();
    doc.getText("x").insert(0, "hello");
    expect(clientsOf(Y.encodeStateAsUpdate(doc))).toEqual([doc.clientID]);
  });

  it.each([
    ["no update", new Uint8Array([1, 2, 3, 250, 255])],
    [
      "an update whose past is missing",
      (() => {
        const doc = new Y.Doc();
        doc.getText("x").insert(0, "a");
        const before = Y.encodeStateVector(doc);
        doc.getText("x").insert(1, "b");
        return Y.encodeStateAsUpdate(doc, before);
      })(),
    ],
  ])("refuses %s", (_name, update) =>
    expect(() => mergedDocument([update])).toThrowError(expect.objectContaining({ fault: "invalid" })),
  );

  it("refuses a block that the body does not know, and a headline of 10,000 characters", () => {
    const strange = mergedDocument([documentOf(text)]);
    strange.getXmlFragment("body").push([new Y.XmlElement("iframe")]);
    expect(() => textOf(strange)).toThrow("unknown block");
    expect(() => textOf(mergedDocument([documentOf({ headline: "x".repeat(10_000) })]))).toThrow("under 300");
  });
});
