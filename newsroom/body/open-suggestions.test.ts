import { describe, expect, it } from "vitest";
import { openSuggestions } from "./open-suggestions.ts";

const proposal = (id: string) => ({ id, by: "aigul", at: "2026-11-25T12:00:00Z" });
const line = (text: string, about: object = {}, mark?: string) => ({
  type: "paragraph",
  attrs: about,
  content: [{ type: "text", text, ...(mark && { marks: [{ type: "insertion", attrs: proposal(mark) }] }) }],
});
const goes = (text: string, id = "1") => line(text, { deleted: JSON.stringify(proposal(id)) });
const comes = (text: string, id = "1") => line(text, { inserted: JSON.stringify(proposal(id)) }, id);
const open = (...content: object[]) => openSuggestions({ type: "doc", content });

describe("a block in the place of another", () => {
  it("says which words differ, and its words no more than once", () =>
    expect(
      open(line("Snow."), goes("Forty lorries wait at the gate."), comes("Fifty lorries wait at the gate.")),
    ).toEqual([
      {
        ...proposal("1"),
        added: "",
        removed: "",
        changes: ["Paragraph taken out", "New paragraph"],
        difference: [
          { kind: "gone", text: "Forty" },
          { kind: "new", text: "Fifty" },
          { kind: "same", text: " lorries wait at the gate." },
        ],
      },
    ]));

  it("is told with what stands around it", () => {
    const quote = {
      type: "blockquote",
      attrs: comes("").attrs,
      content: [line("Lorries wait.", comes("").attrs, "1")],
    };
    expect(open(goes("Lorries wait."), quote)).toMatchObject([
      {
        changes: ["Paragraph taken out", "New quote", "New paragraph"],
        difference: [{ kind: "same", text: "Lorries wait." }],
      },
    ]);
  });

  it.each([
    ["has hardly a word in common with it", [goes("Forty lorries wait."), comes("The pass opened at noon.")]],
    ["is somebody else's proposal", [goes("Forty lorries wait.", "1"), comes("Fifty lorries wait.", "2")]],
  ])("is told apart from it where it %s", (_what, content) => {
    const all = open(...content);
    expect(all.map(({ difference }) => difference)).toEqual(all.map(() => null));
    expect(all[0]?.changes).toContain("Paragraph taken out: Forty lorries wait.");
    expect(all.at(-1)?.added).not.toBe("");
  });
});
