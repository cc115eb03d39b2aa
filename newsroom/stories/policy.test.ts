import { describe, expect, it } from "vitest";
import { roles, type StaffActor, system } from "../kernel/actor.ts";
import { publishingVerbs, type Reach, roleTable } from "../people/roles.ts";
import { canReadStory, canRestoreStory, canSpikeStory, type StoryToSpike, storyAbilities } from "./policy.ts";

const mine = "019a0000-0000-7000-8000-000000000001";
const other = "019a0000-0000-7000-8000-000000000002";
const actorOf = (role: StaffActor["role"]): StaffActor => ({
  kind: "staff",
  id: mine,
  name: "A",
  role,
  sessionId: other,
});
const plain = {
  createdById: other,
  assigneeId: null,
  confidential: false,
  circle: [],
  assignments: [],
  spikedAt: null,
  firstPublishedAt: null,
};
const [me, them] = [{ staffId: mine }, { staffId: other }];
const stories = {
  own: { ...plain, createdById: mine },
  "own, confidential": { ...plain, createdById: mine, confidential: true },
  "own, closed to others": { ...plain, createdById: mine, confidential: true, circle: [them] },
  "given to me": { ...plain, assigneeId: mine },
  "given to me, closed to others": { ...plain, assigneeId: mine, confidential: true, circle: [them] },
  "to file for": { ...plain, assignments: [them, me] },
  "to file for, closed to others": { ...plain, assignments: [me], confidential: true, circle: [them] },
  "confided to me": { ...plain, confidential: true, circle: [them, me] },
  "another's": { ...plain, assignments: [them] },
  "nobody's": { ...plain, createdById: null },
  "that named me once": { ...plain, circle: [me] },
  "another's, confidential": { ...plain, confidential: true },
  "closed to me": { ...plain, assignments: [them], confidential: true, circle: [them] },
};
type Name = keyof typeof stories;
const own: Name[] = [
  ...(["own", "own, confidential", "own, closed to others"] as const),
  ...(["given to me", "given to me, closed to others"] as const),
];
const working: Name[] = [...own, "to file for", "to file for, closed to others"];
const named: Name[] = [...working, "confided to me"];
const open: Name[] = [...named, "another's", "nobody's", "that named me once"];
const wide: Name[] = [...open, "another's, confidential"];
const reaches: Record<Reach, Name[]> = { no: [], own, working, named, open, wide, any: [...wide, "closed to me"] };
const verbs = [
  ...(["read", "write", "comment", "submit", "move", "return", "direct", "refer", "clear", "hold", "confide"] as const),
  ...publishingVerbs,
  ...(["retract", "kill", "embargo", "share", "spike"] as const),
];

describe.each(roles)("the role table, for %s", (role) => {
  it.each(verbs)("%s reaches the stories that it says", (verb) => {
    const allowed = Object.entries(stories)
      .filter(([, story]) => storyAbilities(actorOf(role), story, { authorsPublishOwn: true })[verb])
      .map(([name]) => name);
    const readable = reaches[roleTable["story.read"][role]];
    expect(allowed).toEqual(reaches[roleTable[`story.${verb}`][role]].filter((name) => readable.includes(name)));
  });
});

describe("the trash", () => {
  const spiked = (story: StoryToSpike) => ({ ...story, spikedAt: new Date() });

  it.each([...roles])("lets %s restore what the table says, and do nothing else with it", (role) => {
    const actor = actorOf(role);
    const restorable = Object.entries(stories)
      .filter(([, story]) => canRestoreStory(actor, spiked(story)))
      .map(([name]) => name);
    const readable = reaches[roleTable["story.read"][role]];
    expect(restorable).toEqual(reaches[roleTable["story.restore"][role]].filter((name) => readable.includes(name)));
    for (const story of Object.values(stories)) {
      expect(canRestoreStory(actor, story)).toBe(false);
      const can = storyAbilities(actor, spiked(story), { authorsPublishOwn: true });
      expect(Object.values(can).some(Boolean)).toBe(false);
    }
  });

  it("is not for what readers have had, but by an editor's hand", () => {
    const had = { ...stories.own, firstPublishedAt: new Date() };
    expect(roles.filter((role) => canSpikeStory(actorOf(role), had))).toEqual(["editor", "admin"]);
  });
});

describe("the role table", () => {
  it("keeps contributors from publishing anything", () => {
    for (const story of Object.values(stories))
      expect(storyAbilities(actorOf("contributor"), story, { authorsPublishOwn: true })).toMatchObject({
        publish: false,
        plan: false,
        unpublish: false,
        kill: false,
      });
  });
  it("keeps a story with a named circle from everybody else but admins", () => {
    const readers = roles.filter((role) => canReadStory(actorOf(role), stories["closed to me"]));
    expect(readers).toEqual(["admin"]);
    for (const role of roles) expect(canReadStory(actorOf(role), stories["confided to me"])).toBe(true);
  });
  it("lets who has an assignment read, write, comment and hand in, and nothing that is the writer's own to say", () => {
    const theirs = { read: true, write: true, comment: true, submit: true };
    const notTheirs = { publish: false, plan: false, confide: false, refer: false, share: false, spike: false };
    for (const role of ["contributor", "author"] as const)
      expect(
        storyAbilities(actorOf(role), stories["to file for, closed to others"], { authorsPublishOwn: true }),
      ).toMatchObject({ ...theirs, ...notTheirs });
  });
  it("lets who is named read and comment, and write only as their role says", () => {
    const can = (role: (typeof roles)[number]) =>
      storyAbilities(actorOf(role), stories["confided to me"], { authorsPublishOwn: true });
    for (const role of ["contributor", "author"] as const)
      expect(can(role)).toMatchObject({ read: true, comment: true, write: false, publish: false, confide: false });
    expect(can("editor")).toMatchObject({ read: true, comment: true, write: true, publish: true, confide: true });
  });
  it("takes publishing from authors, and from nobody else, when the newsroom says so", () => {
    const without = { authorsPublishOwn: false };
    const can = storyAbilities(actorOf("author"), stories.own, without);
    expect(can.write).toBe(true);
    expect(publishingVerbs.filter((verb) => can[verb])).toEqual([]);
    const theirs = storyAbilities(actorOf("editor"), stories["another's"], without);
    expect(publishingVerbs.filter((verb) => theirs[verb])).toEqual([...publishingVerbs]);
  });
  it("lets the program itself do what it was asked for", () =>
    expect(
      Object.values(storyAbilities(system("jobs"), stories["closed to me"], { authorsPublishOwn: false })).every(
        Boolean,
      ),
    ).toBe(true));
});
