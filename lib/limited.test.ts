import { expect, it } from "vitest";
import { limited } from "./limited.ts";

it("runs so many at once, the others in their order, and goes on after one that fails", async () => {
  const inTurn = limited(2);
  const started: number[] = [];
  const ends: (() => void)[] = [];
  const work = (n: number) => () => {
    started.push(n);
    return new Promise<number>((resolve, reject) => ends.push(() => (n === 1 ? reject(new Error("no")) : resolve(n))));
  };
  const all = [0, 1, 2, 3].map((n) => inTurn(work(n)).catch(() => "failed"));
  await Promise.resolve();
  expect(started).toEqual([0, 1]);
  ends[1]?.();
  await all[1];
  await Promise.resolve();
  expect(started).toEqual([0, 1, 2]);
  ends[0]?.();
  await all[0];
  await Promise.resolve();
  expect(started).toEqual([0, 1, 2, 3]);
  ends[2]?.();
  ends[3]?.();
  expect(await Promise.all(all)).toEqual([0, "failed", 2, 3]);
});
