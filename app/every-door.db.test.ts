import { beforeAll, describe, expect, it } from "vitest";
import type { Role } from "#newsroom/kernel/actor";
import { type Action, publishingVerbs, roleTable } from "#newsroom/people/roles";
import { aStaff } from "#newsroom/people/testing";
import { changeSettings } from "#newsroom/settings/commands";
import { newsroomSettings } from "#newsroom/settings/queries";
import { aNewsroom, theProgram } from "#newsroom/stories/testing";
import { doors, withNothingBehind } from "../testing/doors/all-doors.ts";
import { called, found, kindOf, nameOf, outcomeOf } from "../testing/doors/calling.ts";
import {
  type Caller,
  callers,
  type Door,
  isRole,
  type Outcome,
  type StoryKind,
  storyKinds,
} from "../testing/doors/door.ts";
import { hiddenActions } from "../testing/doors/found-doors.ts";
import { headersOf, inRequest } from "../testing/doors/next-request.ts";

/** Said again without the newsroom's policies, so that a mistake in them is noticed. */
function reaches(action: Action, role: Role, kind: StoryKind): boolean {
  const isOwn = kind.startsWith("one's own") || kind.startsWith("given to one");
  const isWorking = isOwn || kind.startsWith("to file for");
  const isNamed = kind === "confided to one";
  switch (roleTable[action][role]) {
    case "any":
      return true;
    case "wide":
      return kind !== "closed to one";
    case "open":
      return isWorking || isNamed || kind === "another's";
    case "named":
      return isWorking || isNamed;
    case "working":
      return isWorking;
    case "own":
      return isOwn;
    case "no":
      return false;
  }
}

function expected({ right, aboutStory, refused }: Door, caller: Caller, kind: StoryKind): Outcome {
  if (right === "public") return "allowed";
  if (!isRole(caller)) return "unauthenticated";
  if (right === "signed in") return "allowed";
  if (aboutStory && !reaches("story.read", caller, kind)) return "notFound";
  return reaches(right, caller, kind) ? "allowed" : refused;
}

beforeAll(async () => {
  await aNewsroom();
});

describe("every door of the program", () => {
  it("is found where Next finds it, by itself", () => {
    expect(found.filter(({ kind }) => kind === "action").length).toBeGreaterThan(20);
    expect(found.filter(({ kind }) => kind === "handler").length).toBeGreaterThan(4);
    expect(found.filter(({ kind }) => kind === "page").length).toBeGreaterThan(10);
  });

  it("says on which right it hangs", () => {
    const known = new Set([...doors.map(({ work }) => work), ...withNothingBehind]);
    expect(found.filter(({ work }) => !known.has(work)).map(({ name }) => name)).toEqual([]);
    expect([...known].filter((work) => !found.some((one) => one.work === work))).toEqual([]);
  });

  it("stands in a file of doors: no action hides in the middle of another", () => {
    expect(hiddenActions()).toEqual([]);
  });
});

const cases = doors.flatMap((door) =>
  callers.flatMap((caller) =>
    (door.aboutStory ? storyKinds : (["one's own"] as const)).map((kind) => ({
      door,
      caller,
      kind,
      outcome: expected(door, caller, kind),
      name: `${nameOf(door.work)}${door.aboutStory ? `, ${kind}` : ` (${door.right})`}`,
    })),
  ),
);

describe("opens to whom the role table says, and to nobody else", () => {
  for (const { door, caller, kind, outcome, name } of cases) {
    // Half of a call is waiting for the database, and each has a story of its own.
    const itMeanwhile = door.aboutStory ? it.concurrent : it;
    itMeanwhile(`${name}: ${outcome} to ${caller}`, async () => {
      expect(await called(door, caller, kind)).toBe(outcome);
    });
  }

  for (const page of withNothingBehind)
    it.each(callers)(`${nameOf(page)}: 404 to whoever is signed in, like %s`, async (caller) => {
      const person = await aStaff({ role: isRole(caller) ? caller : "admin" });
      const headers = await headersOf(isRole(caller) ? person.token : null);
      const outcome = isRole(caller) ? "notFound" : "unauthenticated";
      expect(await outcomeOf(() => inRequest("render", headers, page))).toBe(outcome);
    });
});

const ofSessions = doors.filter(({ work, right }) => kindOf(work) === "action" && right !== "public");

describe("stays shut to pages of other sites, whoever sits there", () => {
  for (const door of ofSessions)
    it(nameOf(door.work), async () => {
      expect(await called(door, "admin", "one's own", "https://evil.example")).toBe("forbidden");
    });
});

describe("where authors do not publish by themselves", () => {
  const theirs: Door["right"][] = publishingVerbs.map((verb) => `story.${verb}` as const);
  const shut = doors.filter(({ right }) => theirs.includes(right));

  beforeAll(async () => {
    const { version } = await newsroomSettings();
    await changeSettings(theProgram, { version, changes: { authorsPublishOwn: false } });
  });

  it("each of what publishes has a door", () => {
    expect([...new Set(shut.map(({ right }) => right))].sort()).toEqual(theirs.toSorted());
  });

  for (const door of shut)
    it(`${nameOf(door.work)} is shut to authors`, async () => {
      expect(await called(door, "author", "one's own")).toBe("forbidden");
      expect(await called(door, "editor", "another's")).toBe("allowed");
    });
});
