import { describe, expect, it } from "vitest";
import { hueOf, initialsOf, writersIn } from "./writers.ts";

const here = (...states: [number, Record<string, unknown>][]) => ({ clientID: 1, getStates: () => new Map(states) });
const shown = (id: string, name: string, isIdle = false) => ({ user: { id, name }, isIdle });

describe("who else is here", () => {
  it("is each person once, without this window, by name", () => {
    const awareness = here(
      [1, shown("me", "Me")],
      [2, shown("b", "Boris")],
      [3, shown("a", "Anna")],
      [4, shown("b", "Boris")],
    );
    expect(writersIn(awareness, "me").map(({ name }) => name)).toEqual(["Anna", "Boris"]);
  });

  it("is idle only if they are idle in all their windows", () => {
    const awareness = here([2, shown("b", "Boris", true)], [3, shown("b", "Boris")], [4, shown("a", "Anna", true)]);
    expect(writersIn(awareness, "me")).toEqual([
      { id: "a", name: "Anna", isIdle: true, isMe: false },
      { id: "b", name: "Boris", isIdle: false, isMe: false },
    ]);
  });

  it("says of one's own other window that it is one's own", () => {
    expect(writersIn(here([2, shown("me", "Me")]), "me")).toEqual([expect.objectContaining({ isMe: true })]);
  });

  it("leaves out windows that have not said who they are", () => {
    expect(writersIn(here([2, {}], [3, { user: { name: 7 } }]), "me")).toEqual([]);
  });
});

it("gives a person one colour of eight, whichever window asks", () => {
  expect(hueOf("019a-x")).toBe(hueOf("019a-x"));
  const seen = new Set(Array.from({ length: 200 }, (_, n) => hueOf(`person ${n}`)));
  expect(seen).toEqual(new Set([0, 1, 2, 3, 4, 5, 6, 7]));
});

it.each([
  ["Aida Bekova", "AB"],
  ["Нурлан", "Н"],
  ["Ойдин бинти Салим", "ОС"],
  ["  ", "?"],
])("writes %j as %s", (name, initials) => expect(initialsOf(name)).toBe(initials));
