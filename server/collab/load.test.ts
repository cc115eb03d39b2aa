import { expect, it } from "vitest";
import { allowance, Load, mostWaiting } from "./load.ts";

function loadAt() {
  let now = 0;
  const load = new Load(() => now);
  return {
    load,
    pass(ms: number) {
      now += ms;
    },
  };
}

it("lets fast typing through at once", () => {
  const { load, pass } = loadAt();
  for (let key = 0; key < 5_000; key++) {
    expect(load.take(40)).toBe(0);
    pass(25);
  }
});

it("makes a flood wait, longer and longer, and forgives after a rest", () => {
  const { load, pass } = loadAt();
  for (let n = 0; n < allowance.messages.burst; n++) expect(load.take(10)).toBe(0);
  const first = load.take(10);
  const second = load.take(10);
  expect(first).toBeGreaterThan(0);
  expect(second).toBeGreaterThan(first);
  pass(10_000);
  expect(load.take(10)).toBe(0);
});

it("counts bytes as well: a whole text of the greatest size passes, a second and a third wait", () => {
  const { load } = loadAt();
  expect(load.take(8 * 1024 * 1024)).toBe(0);
  expect(load.take(8 * 1024 * 1024)).toBe(0);
  expect(load.take(8 * 1024 * 1024)).toBeGreaterThan(1_000);
});

it("says when too much waits", () => {
  const { load } = loadAt();
  for (let n = 0; n < mostWaiting.messages; n++) expect(load.arrives(1)).toBe(true);
  expect(load.arrives(1)).toBe(false);
  load.leaves(1);
  load.leaves(1);
  expect(load.arrives(1)).toBe(true);
});
