import { expect, it } from "vitest";
import { closing } from "./closing.ts";

it("closes in reverse order, once, and goes on where something fails", async () => {
  const closed: string[] = [];
  const open = closing();
  open.add("database", () => closed.push("database"));
  open.add("jobs", () => {
    closed.push("jobs");
    throw new Error("stuck");
  });
  open.add("requests", async () => closed.push("requests"));
  expect(await Promise.all([open.closeAll(), open.closeAll()])).toEqual([false, false]);
  expect(closed).toEqual(["requests", "jobs", "database"]);
});
