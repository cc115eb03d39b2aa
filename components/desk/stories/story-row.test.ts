import { describe, expect, it } from "vitest";
import { bylineWords, rowFacts, wordsWords } from "./story-row.ts";

describe("a row of the list", () => {
  it("names one or two people and counts the rest", () => {
    expect(bylineWords([])).toBe("");
    expect(bylineWords(["Aigul"])).toBe("Aigul");
    expect(bylineWords(["Aigul", "Timur"])).toBe("Aigul and Timur");
    expect(bylineWords(["Aigul", "Timur", "Bek", "Nargiza"])).toBe("Aigul and 3 more");
  });

  it("counts words in words, which do not part at the end of a line", () => {
    expect(wordsWords(0)).toBe("0\u00a0words");
    expect(wordsWords(1)).toBe("1\u00a0word");
    expect(wordsWords(1234)).toBe("1,234\u00a0words");
  });

  it("says its stage unless the badge of a draft does", () => {
    const publication = { state: "unpublished" } as const;
    const stage = (name: string) => ({ key: name.toLowerCase(), name, meaning: "writing" as const });
    const draft = { stage: stage("Draft"), publication, plan: null, section: null, byline: ["Aigul"] };
    expect(rowFacts(draft)).toBe("Aigul");
    expect(rowFacts({ ...draft, stage: stage("Edit"), section: { name: "Security" } })).toBe("Edit · Security · Aigul");
    expect(rowFacts({ ...draft, plan: { verb: "publish", at: new Date(0), zone: "UTC", failure: null } })).toBe(
      "Draft · Aigul",
    );
    expect(rowFacts({ ...draft, stage: stage("Факты"), byline: [] })).toBe("Факты");
  });
});
