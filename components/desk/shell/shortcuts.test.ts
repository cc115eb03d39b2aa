import { describe, expect, it } from "vitest";
import { nextRow, shortcutKey } from "./shortcuts.ts";

const pressed = {
  key: "n",
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  isComposing: false,
  defaultPrevented: false,
};

describe("single-key shortcuts", () => {
  it("are heard when nothing else wants the key", () => {
    expect(shortcutKey(pressed, false, false)).toBe("n");
  });

  it("are not heard while typing, in a dialog, with a modifier, while composing or when taken", () => {
    expect(shortcutKey(pressed, true, false)).toBeNull();
    expect(shortcutKey(pressed, false, true)).toBeNull();
    for (const flag of ["ctrlKey", "metaKey", "altKey", "isComposing", "defaultPrevented"] as const) {
      expect(shortcutKey({ ...pressed, [flag]: true }, false, false)).toBeNull();
    }
  });

  it("move through a list and stop at its ends", () => {
    expect(nextRow(-1, 1, 3)).toBe(0);
    expect(nextRow(-1, -1, 3)).toBe(2);
    expect(nextRow(0, 1, 3)).toBe(1);
    expect(nextRow(2, 1, 3)).toBe(2);
    expect(nextRow(0, -1, 3)).toBe(0);
    expect(nextRow(-1, 1, 0)).toBe(-1);
  });
});
