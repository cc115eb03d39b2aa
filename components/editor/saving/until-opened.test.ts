import { describe, expect, it } from "vitest";
import { handClock } from "../testing.ts";
import { NotOpened, type NotOpenedWhy } from "./not-opened.ts";
import { untilOpened } from "./until-opened.ts";

/** A story that opens as the test says; `hangs` answers nothing until it is given up. */
function aStory(...answers: (NotOpenedWhy | "broken" | "hangs" | "opens")[]) {
  const clock = handClock();
  const told: string[] = [];
  const closed: string[] = [];
  const left = [...answers];
  const trying = untilOpened({
    async tryToOpen(isAgain, signal) {
      told.push(isAgain ? "tried again" : "tried");
      const answer = left.shift() ?? "opens";
      if (answer === "broken") throw new Error("This is no document.");
      if (answer === "hangs") await new Promise((resolve) => signal.addEventListener("abort", resolve));
      if (answer !== "opens") throw new NotOpened(answer === "hangs" ? "silent" : answer);
      return { close: () => void closed.push("closed") };
    },
    onOpen: () => void told.push("open"),
    onFailure: (why) => void told.push(why),
    clock,
  });
  return { ...trying, clock, told, closed };
}

describe("a story that is opened", () => {
  it("is open at once if all is well, and not asked for any more", async () => {
    const { clock, told, wake } = aStory();
    await clock.advance(120_000);
    wake();
    await clock.settled();
    expect(told).toEqual(["tried", "open"]);
  });

  it.each<NotOpenedWhy>(["silent", "failing", "signedOut", "gone"])(
    "says %s and is tried again by itself, from what the newsroom has then",
    async (why) => {
      const { clock, told } = aStory(why, why);
      await clock.settled();
      expect(told).toEqual(["tried", why]);
      await clock.advance(120_000);
      expect(told).toEqual(["tried", why, "tried again", why, "tried again", "open"]);
    },
  );

  it("is asked for less and less often", async () => {
    const { clock, told } = aStory(...Array.from({ length: 100 }, () => "failing" as const));
    const tries = () => told.filter((one) => one !== "failing").length;
    await clock.advance(10_000);
    expect(tries()).toBe(3);
    await clock.advance(3_600_000);
    expect(tries()).toBeLessThan(70);
  });

  it("is not tried again by itself where it was had and cannot be read", async () => {
    const { clock, told, wake } = aStory("broken");
    await clock.advance(600_000);
    expect(told).toEqual(["tried", "unreadable"]);
    wake();
    await clock.settled();
    expect(told).toEqual(["tried", "unreadable", "tried again", "open"]);
  });

  it("is tried at once when somebody asks for it, or the network is back", async () => {
    const { clock, told, wake } = aStory("silent");
    await clock.settled();
    wake();
    await clock.settled();
    expect(told).toEqual(["tried", "silent", "tried again", "open"]);
  });

  it("of which nothing is heard says so before long, and is asked for anew if somebody wants that", async () => {
    const { clock, told, wake } = aStory("hangs");
    await clock.advance(7_000);
    wake();
    await clock.settled();
    expect(told).toEqual(["tried"]);
    await clock.advance(2_000);
    expect(told).toEqual(["tried", "silent"]);
    wake();
    await clock.advance(0);
    expect(told).toEqual(["tried", "silent", "silent", "tried again", "open"]);
  });

  it("and left meanwhile is closed again, and never tried any more", async () => {
    const one = aStory();
    one.close();
    await one.clock.settled();
    expect([one.told, one.closed]).toEqual([["tried"], ["closed"]]);
    const other = aStory("silent");
    await other.clock.settled();
    other.close();
    await other.clock.advance(600_000);
    expect(other.told).toEqual(["tried", "silent"]);
  });
});
