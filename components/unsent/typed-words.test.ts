import { describe, expect, it } from "vitest";
import { isOverOther, storedOf, typedOf, typedOn, withTyped } from "./typed-words.ts";

const begun = { note: "", bio: "Writes on water." };

describe("what was typed into a form and not sent", () => {
  const typed = typedOn(begun, typedOn(begun, {}, { note: "A bale" }), { note: "A bale, not a ton" });

  it("stands in its field again, beside what is there by now", () => {
    const now = { ...begun, bio: "Writes on water and hay." };
    expect(withTyped(now, typedOf(storedOf(typed)))).toEqual({ ...now, note: "A bale, not a ton" });
  });

  it("is nothing once what stood there at first stands there again", () => {
    expect(storedOf(typedOn(begun, typed, { note: "" }))).toBe("");
  });

  it("may be an empty field, where something stood", () => {
    expect(withTyped(begun, typedOf(storedOf(typedOn(begun, {}, { bio: "" })))).bio).toBe("");
  });

  it("is kept without the words that it was typed over", () => {
    expect(storedOf(typedOn(begun, {}, { bio: "Else." }))).not.toContain("water");
  });

  it("goes into no field that the form does not have", () => {
    expect(withTyped({ bio: "" }, typed)).toEqual({ bio: "" });
  });

  it.each(["", "a ton", "null", '{"note":"a ton"}'])("is nothing where %j is stored", (stored) => {
    expect(typedOf(stored)).toEqual({});
  });
});

it("knows that somebody else changed what was typed over", () => {
  const typed = typedOn(begun, {}, { bio: "Writes on rivers." });
  expect(isOverOther(begun, typed)).toBe(false);
  const theirs = { ...begun, bio: "Writes on lakes." };
  expect(isOverOther(theirs, typed)).toBe(true);
  expect(isOverOther(theirs, typedOn(theirs, typed, { bio: "Writes on rivers and lakes." }))).toBe(true);
  expect(isOverOther({ ...begun, note: "Else" }, typed)).toBe(false);
});
