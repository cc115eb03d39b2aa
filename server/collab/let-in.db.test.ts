import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { deskDb } from "#lib/db/desk";
import { newId } from "#newsroom/kernel/ids";
import { aStaff } from "#newsroom/people/testing";
import { spikeStory } from "#newsroom/stories/commands/spike-story";
import { aNewsroom, anAssignment, aStory } from "#newsroom/stories/testing";
import { storedText } from "../../testing/editor-window.ts";
import { aCollabServer, type Served, soon, synced, type TestWindow } from "./testing.ts";

let at: Served;
/** An editor whom circles name. */
let circle: string;
beforeAll(async () => {
  await aNewsroom();
  circle = (await aStaff({ role: "editor" })).id;
  at = await aCollabServer();
});
afterEach(() => at.closeWindows());
afterAll(() => at.close());

describe("a window is let in", () => {
  const refused = (window: TestWindow) =>
    soon(() => expect(window.refusals.at(0)?.why).toBeDefined()).then(() => window.refusals[0]?.why);

  it("with the right to the story only", async () => {
    const [author, stranger] = [await aStaff({ role: "author" }), await aStaff({ role: "contributor" })];
    const { storyId } = await aStory({ by: author.actor });
    expect(await refused(await at.window({ person: stranger, storyId }))).toBe("barred");
    expect(await refused(await at.window({ person: author, storyId: newId() }))).toBe("barred");
    expect(await refused(await at.window({ person: author, storyId: "no story" }))).toBe("barred");
    expect(await refused(await at.window({ person: { ...author, token: "made up" }, storyId }))).toBe("signedOut");
    expect(await refused(await at.window({ person: author, storyId, claims: stranger.id }))).toBe("otherPerson");
    expect(await refused(await at.window({ person: author, storyId, schema: 1_000 }))).toBe("unavailable");
    expect(await refused(await at.window({ person: author, storyId, generation: 7 }))).toBe("startOver");
    await deskDb().storyDocument.update({ where: { storyId }, data: { schema: 900 } });
    expect(await refused(await at.window({ person: author, storyId }))).toBe("outdated");
  });

  it("from a page of this newsroom only", async () => {
    const person = await aStaff({ role: "editor" });
    const { storyId } = await aStory();
    const foreign = await at.window({ person, storyId, origin: "https://evil.example" });
    const ours = await at.window({ person, storyId });
    await synced(ours);
    expect(foreign.news).toEqual([]);
    expect(foreign.text()).toBe("");
  });

  it("to look and not to write, where that is the right of its person", async () => {
    const [author, reader] = [await aStaff({ role: "author" }), await aStaff({ role: "author" })];
    const { storyId } = await aStory({ by: author.actor });
    const [writing, looking] = [
      await at.window({ person: author, storyId }),
      await at.window({ person: reader, storyId }),
    ];
    await synced(writing);
    await soon(() => expect(looking.provider.authorizedScope).toBe("readonly"));
    looking.write("Not mine to write.");
    writing.write("For all to read.");
    await soon(() => expect(looking.text()).toContain("For all to read."));
    await synced(writing);
    expect(writing.text()).not.toContain("Not mine");
    expect(await storedText(storyId)).not.toContain("Not mine");
  });
});

describe("a window is shown out within five seconds, and stores nothing more", () => {
  const lose = async (change: (person: Awaited<ReturnType<typeof aStaff>>, storyId: string) => Promise<unknown>) => {
    const person = await aStaff({ role: "author" });
    const { storyId } = await aStory({ by: person.actor });
    const window = await at.window({ person, storyId });
    await synced(window);
    const since = Date.now();
    await change(person, storyId);
    window.write("After the end.");
    await soon(() => expect(window.refusals.at(-1)?.why).toBe("changed"));
    expect(Date.now() - since).toBeLessThan(5_000);
    expect(await storedText(storyId)).not.toContain("After the end.");
    expect(window.text()).toContain("After the end.");
  };
  it("when its session ends", () =>
    lose(({ id }) => deskDb().staffSession.updateMany({ where: { staffId: id }, data: { endedAt: new Date() } })));
  it("when its person is deactivated", () =>
    lose(({ id }) => deskDb().staff.update({ where: { id }, data: { deactivatedAt: new Date() } })));

  it.each([
    [
      "when the story closes to all but a circle",
      (storyId: string) =>
        deskDb().story.update({
          where: { id: storyId },
          data: { confidential: true, circle: { create: { staffId: circle } } },
        }),
    ],
    [
      "when the story is given to somebody else",
      (storyId: string) => deskDb().story.update({ where: { id: storyId }, data: { assigneeId: circle } }),
    ],
    [
      "when their last assignment in it is withdrawn",
      (storyId: string) => deskDb().assignment.updateMany({ where: { storyId }, data: { withdrawnAt: new Date() } }),
    ],
  ])("%s", async (what, change) => {
    const [isGiven, isToFile] = [what.includes("given"), what.includes("assignment")];
    const person = await aStaff({ role: isGiven || isToFile ? "contributor" : "editor" });
    const { storyId } = await aStory();
    if (isToFile) await anAssignment({ storyId, staffId: person.id });
    if (isGiven) await deskDb().story.update({ where: { id: storyId }, data: { assigneeId: person.id } });
    const window = await at.window({ person, storyId });
    await synced(window);
    window.write("While it was theirs.");
    await synced(window);
    const since = Date.now();
    await change(storyId);
    window.write("After the end.");
    await soon(() => expect(window.refusals.at(-1)?.why).toMatch(/changed|barred/));
    expect(Date.now() - since).toBeLessThan(5_000);
    const text = await storedText(storyId);
    expect([text.includes("While it was theirs."), text.includes("After the end.")]).toEqual([true, false]);
  });
  it("when its story is spiked", () =>
    lose(({ actor }, storyId) => spikeStory(actor, { storyId, version: 1, reason: "Not now." })));

  it("when nobody types: the right is looked at, not only asked for at each word", async () => {
    const person = await aStaff({ role: "editor" });
    const { storyId } = await aStory();
    const window = await at.window({ person, storyId });
    await synced(window);
    const since = Date.now();
    await deskDb().staff.update({ where: { id: person.id }, data: { role: "contributor" } });
    await soon(() => expect(window.refusals.at(-1)?.why).toBe("changed"));
    expect(Date.now() - since).toBeLessThan(5_000);
  });

  it("when an editor that knows more writes in the same story", async () => {
    const { storyId } = await aStory();
    const old = await at.window({ person: await aStaff({ role: "editor" }), storyId });
    await synced(old);
    await deskDb().storyDocument.update({ where: { storyId }, data: { schema: 900 } });
    old.write("Of the old editor.");
    await soon(() => expect(old.refusals.at(-1)?.why).toBe("changed"));
    expect(await storedText(storyId)).not.toContain("old editor");
  });
});
