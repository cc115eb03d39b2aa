import { describe, expect, it } from "vitest";
import { roles, type StaffActor, system } from "../kernel/actor.ts";
import { type Reach, roleTable } from "../people/roles.ts";
import { canRestoreStory, canSpikeStory, type StoryToSpike, storyAbilities } from "./policy.ts";

const mine = "019a0000-0000-7000-8000-000000000001";
const other = "019a0000-0000-7000-8000-000000000002";
const actorOf = (role: StaffActor["role"]): StaffActor => ({
  kind: "staff",
  id: mine,
  name: "A",
  role,
  sessionId: other,
});
const draft = { spikedAt: null, firstPublishedAt: null };
const stories = {
  own: { ...draft, createdById: mine, confidential: false },
  "own, confidential": { ...draft, createdById: mine, confidential: true },
  "another's": { ...draft, createdById: other, confidential: false },
  "another's, confidential": { ...draft, createdById: other, confidential: true },
  "nobody's": { ...draft, createdById: null, confidential: false },
};
const reaches: Record<Reach, (keyof typeof stories)[]> = {
  no: [],
  own: ["own", "own, confidential"],
  open: ["own", "own, confidential", "another's", "nobody's"],
  any: ["own", "own, confidential", "another's", "another's, confidential", "nobody's"],
};
const verbs = ["read", "write", "submit", "move", "publish", "plan", "unpublish", "kill", "embargo", "spike"] as const;

describe.each(roles)("the role table, for %s", (role) => {
  it.each(verbs)("%s reaches the stories that it says", (verb) => {
    const allowed = Object.entries(stories)
      .filter(([, story]) => storyAbilities(actorOf(role), story, { authorsPublishOwn: true })[verb])
      .map(([name]) => name);
    expect(allowed).toEqual(reaches[roleTable[`story.${verb}`][role]]);
  });
});

describe("the trash", () => {
  const spiked = (story: StoryToSpike) => ({ ...story, spikedAt: new Date() });

  it.each([...roles])("lets %s restore what the table says, and do nothing else with it", (role) => {
    const actor = actorOf(role);
    const restorable = Object.entries(stories)
      .filter(([, story]) => canRestoreStory(actor, spiked(story)))
      .map(([name]) => name);
    expect(restorable).toEqual(reaches[roleTable["story.restore"][role]]);
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
  it("takes publishing from authors, and from nobody else, when the newsroom says so", () => {
    const without = { authorsPublishOwn: false };
    expect(storyAbilities(actorOf("author"), stories.own, without)).toMatchObject({
      write: true,
      publish: false,
      plan: false,
      unpublish: false,
    });
    expect(storyAbilities(actorOf("editor"), stories["another's"], without)).toMatchObject({
      publish: true,
      plan: true,
      unpublish: true,
    });
  });
  it("lets the program itself do what it was asked for", () =>
    expect(
      Object.values(
        storyAbilities(system("jobs"), stories["another's, confidential"], { authorsPublishOwn: false }),
      ).every(Boolean),
    ).toBe(true));
});
