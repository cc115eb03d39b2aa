import { setTimeout as pause } from "node:timers/promises";
import { expect, it } from "vitest";
import { closing } from "./closing.ts";

it("closes what others stand on in reverse order, once, and goes on where something fails", async () => {
  const closed: string[] = [];
  const open = closing();
  open.add("database", () => closed.push("database"));
  open.add("pages", () => {
    closed.push("pages");
    throw new Error("stuck");
  });
  open.add("cache", async () => closed.push("cache"));
  expect(await Promise.all([open.closeAll(), open.closeAll()])).toEqual([false, false]);
  expect(closed).toEqual(["cache", "pages", "database"]);
});

it("tells all that works at once, and closes what it stands on when it is done", async () => {
  const closed: string[] = [];
  const open = closing();
  const jobsAreTold = Promise.withResolvers<void>();
  open.add("database", () => closed.push("database"));
  open.addWork("jobs", () => {
    jobsAreTold.resolve();
    closed.push("jobs");
  });
  open.addWork("requests", async () => {
    await jobsAreTold.promise;
    closed.push("requests");
  });
  expect(await open.closeAll()).toBe(true);
  expect(closed).toEqual(["jobs", "requests", "database"]);
});

it("leaves what does not come to an end, and still closes the database", async () => {
  const closed: string[] = [];
  const open = closing({ work: 50, all: 10_000 });
  let forDatabase = 0;
  const never = () => new Promise(() => {});
  open.add("database", (ms) => {
    forDatabase = ms;
    closed.push("database");
  });
  open.add("pages", never, 50);
  open.addWork("jobs", never);
  open.addWork("requests", async () => closed.push("requests"));
  expect(await open.closeAll()).toBe(true);
  expect(closed).toEqual(["requests", "database"]);
  expect(forDatabase).toBe(1_500);
});

it("counts the time from the signal: a start that took all of it leaves none for work", async () => {
  const open = closing({ work: 5_000, all: 10_000 });
  const closed: string[] = [];
  open.add("database", () => closed.push("database"));
  open.addWork("jobs", () => pause(60_000, undefined, { ref: false }));
  await open.closeAll(performance.now() - 5_000);
  expect(closed).toEqual(["database"]);
});
