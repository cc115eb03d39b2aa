import { expect, it } from "vitest";
import { findShortcut } from "./find-keys.ts";

const none = { ctrlKey: false, metaKey: false, altKey: false, shiftKey: false, isComposing: false };
const ctrl = { ...none, ctrlKey: true };
const command = { ...none, metaKey: true };

it.each([
  [{ ...ctrl, key: "f", code: "KeyF" }, false, "find"],
  [{ ...ctrl, key: "а", code: "KeyF" }, false, "find"],
  [{ ...ctrl, altKey: true, key: "f", code: "KeyF" }, false, "replace"],
  [{ ...ctrl, key: "u", code: "KeyF" }, false, null],
  [{ ...ctrl, shiftKey: true, key: "F", code: "KeyF" }, false, null],
  [{ ...none, key: "f", code: "KeyF" }, false, null],
  [{ ...command, key: "f", code: "KeyF" }, true, "find"],
  [{ ...command, altKey: true, key: "ƒ", code: "KeyF" }, true, "replace"],
  [{ ...ctrl, key: "f", code: "KeyF" }, true, null],
  [{ ...none, key: "F3", code: "F3" }, false, "next"],
  [{ ...none, shiftKey: true, key: "F3", code: "F3" }, false, "previous"],
  [{ ...ctrl, isComposing: true, key: "f", code: "KeyF" }, false, null],
])("%j on a Mac: %s is %s", (event, isMac, meaning) => expect(findShortcut(event, isMac)).toBe(meaning));
