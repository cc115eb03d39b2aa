import { expect, it } from "vitest";
import { fits, hashPassword } from "./passwords.ts";

it("stores argon2id with at least what OWASP asks for, and knows the password again", async () => {
  const stored = await hashPassword("four short words");
  const [, memory = 0, passes = 0] = stored.match(/^\$argon2id\$v=19\$m=(\d+),t=(\d+),p=1\$/)?.map(Number) ?? [];
  expect(memory).toBeGreaterThanOrEqual(19_456);
  expect(passes).toBeGreaterThanOrEqual(2);
  expect(await fits("four short words", stored)).toBe(true);
  expect(await fits("Four short words", stored)).toBe(false);
});

it("takes a letter and its composed form for the same", async () => {
  expect(await fits("cafe\u0301 au lait noir", await hashPassword("caf\u00e9 au lait noir"))).toBe(true);
});

it("says no without a hash", async () => {
  expect(await fits("four short words", null)).toBe(false);
  expect(await fits("a long enough word", null)).toBe(false);
});

it("takes as long for nobody as for somebody", async () => {
  const stored = await hashPassword("four short words");
  const shortest = async (hash: string | null) => {
    const times: number[] = [];
    for (let n = 0; n < 7; n++) {
      const start = performance.now();
      await fits("not these words at all", hash);
      times.push(performance.now() - start);
    }
    return Math.min(...times);
  };
  const ratio = (await shortest(null)) / (await shortest(stored));
  expect(ratio).toBeGreaterThan(0.5);
  expect(ratio).toBeLessThan(2);
});
