import { describe, expect, it } from "vitest";
import { type Side, sideOf } from "./tools-side.ts";

const lineAt = (top: number) => ({ top, bottom: top + 24 });
const places = { head: { top: 140, bottom: 180 }, foot: { top: 750, bottom: 790 } };

describe("the tools of a block", () => {
  it.each<[string, number, Side, Side]>([
    ["stay at the head while the line is far", 500, "head", "head"],
    ["leave the head when the line comes under them", 150, "head", "foot"],
    ["leave it before they touch the line", 260, "head", "foot"],
    ["stay at the foot in the middle", 500, "foot", "foot"],
    ["leave the foot when the line comes there", 700, "foot", "head"],
  ])("%s", (_, top, now, side) => expect(sideOf(lineAt(top), places, now)).toBe(side));

  it("do not jump to and fro where both places are near", () => {
    const low = { head: { top: 44, bottom: 84 }, foot: { top: 200, bottom: 240 } };
    expect(sideOf(lineAt(130), low, "head")).toBe("head");
    expect(sideOf(lineAt(130), low, "foot")).toBe("foot");
  });
});
