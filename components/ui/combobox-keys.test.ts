import { describe, expect, it } from "vitest";
import { chosenKey, comboboxKey } from "./combobox-keys.ts";

const closed = { isOpen: false, highlighted: -1, count: 3, typed: "", isAtStart: true, chosen: 2 };
const open = { ...closed, isOpen: true };

describe("the keys of a combobox", () => {
  it("walk through the list and round its ends", () => {
    expect(comboboxKey("ArrowDown", closed)).toEqual({ ask: "highlight", index: 0 });
    expect(comboboxKey("ArrowUp", closed)).toEqual({ ask: "highlight", index: 2 });
    expect(comboboxKey("ArrowDown", { ...open, highlighted: 1 })).toEqual({ ask: "highlight", index: 2 });
    expect(comboboxKey("ArrowDown", { ...open, highlighted: 2 })).toEqual({ ask: "highlight", index: 0 });
    expect(comboboxKey("ArrowUp", { ...open, highlighted: 0 })).toEqual({ ask: "highlight", index: 2 });
  });

  it("choose only what is highlighted, so that Enter can still send a form", () => {
    expect(comboboxKey("Enter", { ...open, highlighted: 1 })).toEqual({ ask: "choose", index: 1 });
    expect(comboboxKey("Enter", open)).toBeNull();
    expect(comboboxKey("Enter", { ...open, highlighted: 3 })).toBeNull();
    expect(comboboxKey("Enter", { ...closed, highlighted: 1 })).toBeNull();
  });

  it("close first, then empty the input, and never take away what is chosen", () => {
    expect(comboboxKey("Escape", { ...open, typed: "wat" })).toEqual({ ask: "close" });
    expect(comboboxKey("Escape", { ...closed, typed: "wat" })).toEqual({ ask: "empty" });
    expect(comboboxKey("Escape", closed)).toBeNull();
  });

  it("take the last one away from an empty input only", () => {
    expect(comboboxKey("Backspace", closed)).toEqual({ ask: "removeLast" });
    expect(comboboxKey("Backspace", { ...closed, typed: "w" })).toBeNull();
    expect(comboboxKey("Backspace", { ...closed, chosen: 0 })).toBeNull();
  });

  it("walk into the chosen ones from the start of the input, and back", () => {
    expect(comboboxKey("ArrowLeft", closed)).toEqual({ ask: "enterChosen" });
    expect(comboboxKey("ArrowLeft", { ...closed, isAtStart: false })).toBeNull();
    expect(chosenKey("ArrowLeft", 0, 2)).toBe(0);
    expect(chosenKey("ArrowRight", 1, 2)).toBe(2);
    expect(chosenKey("Home", 1, 2)).toBe(0);
    expect(chosenKey("End", 0, 2)).toBe(2);
    expect(chosenKey("a", 0, 2)).toBeNull();
  });
});
