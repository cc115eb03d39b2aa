import { describe, expect, it } from "vitest";
import { merged, optionsFor } from "./combobox-options.ts";

const tags = ["Water", "Issyk-Kul", "Ысык-Көл", "Refugee law", "Refugees", "The Refugee Agency"].map((label) => ({
  id: label,
  label,
}));
const labels = (typed: string, mayCreate = true) =>
  optionsFor(tags, typed, mayCreate).map((option) => (option.makes ? `+ ${option.makes}` : option.label));

describe("what a combobox offers", () => {
  it("shows everything and offers nothing new before anything is typed", () => {
    expect(labels("  ")).toHaveLength(tags.length);
  });

  it("puts the exact name first, then beginnings, then the rest, and offers no second of the same name", () => {
    expect(labels("refugees")).toEqual(["Refugees"]);
    expect(labels("Refugee")).toEqual(["Refugee law", "Refugees", "The Refugee Agency", "+ Refugee"]);
  });

  it("finds letters without their marks and in either case", () => {
    expect(labels("ЫСЫК-", false)).toEqual(["Ысык-Көл"]);
    expect(labels("ïssyk", false)).toEqual(["Issyk-Kul"]);
    expect(optionsFor([{ id: "1", label: "Ёлка" }], "елка", false)).toHaveLength(1);
  });

  it("offers to make what is not there, tidied, unless nobody may", () => {
    expect(labels("  Border   guards ")).toEqual(["+ Border guards"]);
    expect(labels("Border guards", false)).toEqual([]);
  });

  it("shows what was found by another name, and what is near after everything else", () => {
    const found = [
      { id: "1", label: "Naryn", foundFor: "narin", isNear: true },
      { id: "2", label: "The city", also: "Narin", foundFor: "narin" },
      { id: "3", label: "Narinsk" },
    ];
    const shown = (typed: string) => optionsFor(found, typed, true).map(({ makes, label }) => makes ?? label);
    expect(shown("nari")).toEqual(["Narinsk", "The city", "Naryn", "nari"]);
    expect(shown("NARIN")).toEqual(["Narinsk", "The city", "Naryn"]);
    expect(shown("narino")).toEqual(["narino"]);
  });

  it("keeps each id once, the later words winning", () => {
    expect(merged([{ id: "1", label: "old" }], [{ id: "1", label: "new" }])).toEqual([{ id: "1", label: "new" }]);
  });
});
