import { afterEach, expect, it, vi } from "vitest";
import { browserClock } from "./clock.ts";

afterEach(() => vi.useRealTimers());

it("goes on when the laptop's clock is set back by a day", () => {
  const before = browserClock.now();
  vi.useFakeTimers({ toFake: ["Date"], now: Date.now() - 86_400_000 });
  expect(browserClock.now()).toBeGreaterThanOrEqual(before);
});
