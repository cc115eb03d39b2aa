import { expect, it } from "vitest";
import { storyShortcut } from "./keys.ts";

const none = { ctrlKey: false, metaKey: false, altKey: false, shiftKey: false, isComposing: false };
const ctrl = { ...none, ctrlKey: true };

it.each([
  [{ ...ctrl, key: "s", code: "KeyS" }, "save"],
  [{ ...ctrl, key: "S", code: "KeyS" }, "save"],
  [{ ...none, metaKey: true, key: "s", code: "KeyS" }, "save"],
  [{ ...ctrl, key: "ы", code: "KeyS" }, "save"],
  [{ ...ctrl, key: "s", code: "Semicolon" }, "save"],
  [{ ...ctrl, key: "o", code: "KeyS" }, null],
  [{ ...ctrl, key: "Enter", code: "Enter" }, "publish"],
  [{ ...ctrl, key: "/", code: "Slash" }, "shortcuts"],
  [{ ...ctrl, key: ".", code: "Slash" }, "shortcuts"],
  [{ ...none, key: "s", code: "KeyS" }, null],
  [{ ...ctrl, shiftKey: true, key: "S", code: "KeyS" }, null],
  [{ ...ctrl, altKey: true, key: "s", code: "KeyS" }, null],
  [{ ...ctrl, isComposing: true, key: "s", code: "KeyS" }, null],
])("%j is %s", (event, meaning) => expect(storyShortcut(event)).toBe(meaning));
