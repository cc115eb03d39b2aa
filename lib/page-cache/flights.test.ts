import { setImmediate as nextTurn } from "node:timers/promises";
import { expect, it } from "vitest";
import { Flights, Lane, Overloaded } from "./flights.ts";

/** Makes promises that the test keeps. */
function workshop() {
  const begun: string[] = [];
  const failed: string[] = [];
  const open = new Map<string, PromiseWithResolvers<string>>();
  const flights = new Flights<{ key: string }, string>({
    make: ({ key }) => {
      begun.push(key);
      const made = Promise.withResolvers<string>();
      open.set(key, made);
      return made.promise;
    },
    background: 2,
    onBackgroundError: ({ key }) => failed.push(key),
  });
  const finish = async (key: string) => {
    open.get(key)?.resolve(`made ${key}`);
    await nextTurn();
  };
  return { flights, begun, failed, open, finish };
}

it("makes one thing for everybody who asks at the same time", async () => {
  const { flights, begun, finish } = workshop();
  const asked = Array.from({ length: 100 }, () => flights.now({ key: "/a" }));
  await finish("/a");
  expect(new Set(await Promise.all(asked))).toEqual(new Set(["made /a"]));
  expect(begun).toEqual(["/a"]);
  flights.now({ key: "/a" });
  expect(begun).toEqual(["/a", "/a"]);
});

it("has at most two in the background", async () => {
  const { flights, begun, finish } = workshop();
  for (const key of ["/a", "/b", "/c", "/d", "/a"]) flights.later({ key });
  expect(begun).toEqual(["/a", "/b"]);
  await finish("/b");
  expect(begun).toEqual(["/a", "/b", "/c"]);
});

it("takes out of the queue at once what somebody waits for", async () => {
  const { flights, begun, finish } = workshop();
  for (const key of ["/a", "/b", "/c"]) flights.later({ key });
  const waiting = flights.now({ key: "/c" });
  expect(begun).toEqual(["/a", "/b", "/c"]);
  await finish("/c");
  expect(await waiting).toBe("made /c");
  await finish("/a");
  expect(begun).toEqual(["/a", "/b", "/c"]);
});

it("makes a thing once more, after the one that is being made", async () => {
  const { flights, begun, finish } = workshop();
  flights.now({ key: "/a" });
  flights.later({ key: "/a" });
  flights.afterwards({ key: "/a" });
  expect(begun).toEqual(["/a"]);
  await finish("/a");
  expect(begun).toEqual(["/a", "/a"]);
  await finish("/a");
  expect(begun).toEqual(["/a", "/a"]);
});

it("goes on after a failure in the background and tells of it", async () => {
  const { flights, begun, failed, open } = workshop();
  for (const key of ["/a", "/b", "/c"]) flights.later({ key });
  open.get("/a")?.reject(new Error("the database is away"));
  await nextTurn();
  expect([failed, begun]).toEqual([["/a"], ["/a", "/b", "/c"]]);
});

it("refuses what would wait behind too many", async () => {
  const lane = new Lane(1, 1);
  const first = Promise.withResolvers<string>();
  const running = lane.run(() => first.promise);
  const waiting = lane.run(async () => "second");
  await expect(lane.run(async () => "third")).rejects.toThrow(Overloaded);
  first.resolve("first");
  expect(await Promise.all([running, waiting])).toEqual(["first", "second"]);
  expect(await lane.run(async () => "fourth")).toBe("fourth");
});
