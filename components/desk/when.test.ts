import { describe, expect, it } from "vitest";
import { ago, exactly } from "./when.ts";

const now = new Date("2026-11-23T12:00:00Z");
const earlier = (ms: number) => new Date(now.getTime() - ms);
const [second, minute, hour, day] = [1_000, 60_000, 3_600_000, 86_400_000];

describe("how long ago", () => {
  it.each([
    [0, "just now"],
    [59 * second, "just now"],
    [minute, "1 min ago"],
    [59 * minute + 59 * second, "59 min ago"],
    [hour, "1 h ago"],
    [23 * hour, "23 h ago"],
    [day, "1 day ago"],
    [3 * day + hour, "3 days ago"],
    [7 * day, "16 Nov"],
    [365 * day, "23 Nov 2025"],
  ])("%d ms is %s", (past, words) => {
    expect(ago(earlier(past), now, "Asia/Bishkek")).toBe(words);
  });

  it("takes a clock that runs ahead for now", () => {
    expect(ago(earlier(-5 * minute), now, "UTC")).toBe("just now");
  });

  it("names the day and the time of the newsroom's zone", () => {
    expect(exactly(new Date("2026-11-23T20:02:00Z"), "Asia/Bishkek")).toBe("24 Nov 2026, 02:02 Bishkek");
    expect(exactly(new Date("2026-11-23T18:00:00Z"), "Asia/Bishkek")).toBe("24 Nov 2026, 00:00 Bishkek");
  });
});
