import { expect, it } from "vitest";
import { type Chosen, nothing, toggled, wholePage } from "./selection.ts";

const order = ["a", "b", "c", "d", "e"];
const chosen = (ids: string[], anchor: string | null = null): Chosen => ({ ids, isAll: false, anchor });

it("takes one up, and gives it up again", () => {
  const one = toggled(nothing, order, "b", false);
  expect(one).toEqual(chosen(["b"], "b"));
  expect(toggled(one, order, "b", false).ids).toEqual([]);
});

it("takes a range from the one before, in either direction, to what was there", () => {
  expect(toggled(chosen(["a", "d"], "d"), order, "b", true).ids).toEqual(["a", "b", "c", "d"]);
  expect(toggled(chosen(["b"], "b"), order, "d", true).ids).toEqual(["b", "c", "d"]);
  expect(toggled(chosen([], null), order, "c", true).ids).toEqual(["c"]);
  expect(toggled(chosen(["x"], "x"), order, "c", true).ids).toEqual(["c"]);
});

it("comes back to the page when one of all is given up", () => {
  expect(toggled({ ids: order, isAll: true, anchor: null }, order, "c", false)).toEqual(
    chosen(["a", "b", "d", "e"], "c"),
  );
  expect(wholePage(order).ids).toEqual(order);
});
