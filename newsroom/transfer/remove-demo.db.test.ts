import { beforeEach, describe, expect, it, vi } from "vitest";
import { deskDb } from "#lib/db/desk";
import { emptyNewsroom } from "../../prisma/demo/testing.ts";
import { seedDemo } from "../../prisma/seed.ts";
import { newId } from "../kernel/ids.ts";
import { createProfile } from "../people/commands/create-profile.ts";
import { createSection } from "../sections/commands.ts";
import { changeStory } from "../stories/commands/change-story.ts";
import { killStory } from "../stories/commands/kill-story.ts";
import { planPublication } from "../stories/commands/plan-publication.ts";
import { publishStory } from "../stories/commands/publish-story.ts";
import { tagListing } from "../stories/published/lists.ts";
import { publishedStory } from "../stories/published.ts";
import { aNewsroom, aPerson, aStory, theProgram } from "../stories/testing.ts";
import { createTag } from "../tags/commands.ts";
import { markDemo } from "./mark-demo.ts";
import { offersDemoRemoval } from "./queries.ts";
import { removeDemo } from "./remove-demo.ts";

const now = new Date("2026-11-23T12:00:00Z");
const later = { now: new Date("2026-11-24T12:00:00Z") };

beforeEach(async () => {
  await emptyNewsroom();
  await aNewsroom();
});

async function aLot(name: string) {
  const [sectionId, tagId, profileId] = [newId(), newId(), newId()];
  await createSection(theProgram, { id: sectionId, name });
  await createTag(theProgram, { id: tagId, name });
  await createProfile(theProgram, { id: profileId, name });
  return { sectionId, tagIds: [tagId], byline: [{ profileId }] };
}

/** A section, a tag and a profile of the demo, all called “Demo”, and a live story with them. */
async function aSmallDemo() {
  const lot = await aLot("Demo");
  const { storyId } = await aStory({ headline: "Made up", ...lot });
  await publishStory(theProgram, { storyId, version: 1, seq: 0 }, { now });
  const records = [
    { kind: "section" as const, id: lot.sectionId },
    ...lot.tagIds.map((id) => ({ kind: "tag" as const, id })),
    ...lot.byline.map(({ profileId }) => ({ kind: "profile" as const, id: profileId })),
    { kind: "story" as const, id: storyId },
  ];
  await markDemo(theProgram, { records });
  return { lot, storyId };
}

const tables = [
  ...["Story", "StoryTag", "StoryByline", "StoryDocument", "DocumentUpdate", "Revision", "Plan", "Lapse"],
  ...["Section", "Tag", "Profile", "DemoRecord", "GoneAddress"],
  ...[
    "LiveStory",
    "LiveStoryTag",
    "LiveStoryPicture",
    "LiveByline",
    "LiveSection",
    "LiveTag",
    "LiveProfile",
    "Rate",
    "StoryRate",
  ],
];

/** Every row of the newsroom, table by table. */
async function everything(): Promise<Record<string, unknown[]>> {
  const rows: Record<string, unknown[]> = {};
  for (const table of tables)
    rows[table] = await deskDb().$queryRawUnsafe(`select to_jsonb(t)::text as row from "${table}" t order by 1`);
  return rows;
}

it("takes out everything that the seed made, and nothing else", async () => {
  await aLot("Letters");
  const before = await everything();
  await seedDemo(now);
  // The newsroom had a section “Security” of its own, and the demo has used it.
  expect(await removeDemo(theProgram, {}, later)).toMatchObject({
    stories: 36,
    sections: 6,
    profiles: 10,
    pictures: 8,
    rates: 7,
  });
  expect(await everything()).toEqual(before);
});

describe("what the newsroom's own stories use stays", () => {
  const kept = { sections: 0, tags: 0, profiles: 0, stories: 1, pictures: 0, rates: 0 };

  it("with a story that is live", async () => {
    const { lot } = await aSmallDemo();
    const { storyId } = await aStory({ headline: "Ours", ...lot });
    await publishStory(theProgram, { storyId, version: 1, seq: 0 }, { now });
    expect(await removeDemo(theProgram, {}, later)).toEqual(kept);
    expect((await tagListing("demo", 1))?.listing).toMatchObject({ from: 1, to: 1, total: 1 });
    expect(await publishedStory("made-up")).toBeNull();
  });

  it("with a draft", async () => {
    const { lot } = await aSmallDemo();
    await aStory({ headline: "Ours", ...lot });
    expect(await removeDemo(theProgram, {}, later)).toEqual(kept);
    expect(await tagListing("demo", 1)).toBeNull();
  });

  const elsewhere = { sectionId: null, tagIds: [], byline: [] };

  it("with what readers see, though the working copy has moved on", async () => {
    const { lot } = await aSmallDemo();
    const { storyId } = await aStory({ headline: "Ours", ...lot });
    const { version } = await publishStory(theProgram, { storyId, version: 1, seq: 0 }, { now });
    await changeStory(theProgram, { storyId, version, changes: elsewhere }, { now });
    expect(await removeDemo(theProgram, {}, later)).toEqual(kept);
    expect(await publishedStory("ours")).toMatchObject({
      section: { slug: "demo" },
      tags: [{ slug: "demo" }],
      byline: [{ slug: "demo" }],
    });
  });

  it("with what a plan is going to publish", async () => {
    const { lot } = await aSmallDemo();
    const { storyId } = await aStory({ headline: "Ours", ...lot });
    const plan = { storyId, version: 1, seq: 0, at: "2026-11-30T06:00:00Z", zone: "UTC" };
    const { version } = await planPublication(theProgram, plan, { now });
    await changeStory(theProgram, { storyId, version, changes: elsewhere }, { now });
    expect(await removeDemo(theProgram, {}, later)).toEqual(kept);
  });

  it("and so does a profile that somebody was given", async () => {
    const { lot } = await aSmallDemo();
    const { id } = await aPerson("author");
    await deskDb().profile.updateMany({ where: { id: lot.byline[0]?.profileId ?? "" }, data: { staffId: id } });
    expect(await removeDemo(theProgram, {}, later)).toEqual({
      sections: 1,
      tags: 1,
      profiles: 0,
      stories: 1,
      pictures: 0,
      rates: 0,
    });
  });

  it("and belongs to the newsroom from then on", async () => {
    const { lot } = await aSmallDemo();
    await aStory({ headline: "Ours", ...lot });
    await removeDemo(theProgram, {}, later);
    expect(await removeDemo(theProgram, {}, later)).toEqual({
      sections: 0,
      tags: 0,
      profiles: 0,
      stories: 0,
      pictures: 0,
      rates: 0,
    });
    expect(await deskDb().tag.count()).toBe(1);
  });
});

it("waits for a story that is just taking up one of its tags", async () => {
  const { lot } = await aSmallDemo();
  const { storyId } = await aStory({ sectionId: null });
  const [tagId = ""] = lot.tagIds;
  const removal = await deskDb().$transaction(async (tx) => {
    await tx.$queryRaw`select 1 from "Story" where "id" = ${storyId}::uuid for update`;
    await tx.storyTag.create({ data: { storyId, tagId, position: 0 } });
    const started = { removal: removeDemo(theProgram, {}, later) };
    started.removal.catch(() => {}); // looked at below
    await vi.waitUntil(async () => (await waiting()) > 0, { timeout: 10_000 });
    return started;
  });
  expect(await removal.removal).toEqual({ sections: 1, tags: 0, profiles: 1, stories: 1, pictures: 0, rates: 0 });
});

async function waiting(): Promise<number> {
  const rows = await deskDb().$queryRaw<unknown[]>`
    select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`;
  return rows.length;
}

it("says at which addresses, tags and sections a story stood, so that no page goes on showing it", async () => {
  const { storyId } = await aSmallDemo();
  await removeDemo(theProgram, {}, later);
  const event = await deskDb().event.findFirstOrThrow({ where: { type: "story.unpublished" } });
  expect(event).toMatchObject({ subject: storyId, at: later.now });
  expect(event.payload).toMatchObject({
    addresses: ["en/made-up"],
    tags: ["demo"],
    sections: ["demo"],
    authors: ["demo"],
  });
  expect(await deskDb().event.count({ where: { type: "demo.removed" } })).toBe(1);
});

it("forgets a story that was killed as an exercise", async () => {
  const { storyId } = await aSmallDemo();
  await killStory(theProgram, { storyId, version: 2, reason: "To see what happens." }, { now });
  expect(await deskDb().goneAddress.count()).toBe(1);
  await removeDemo(theProgram, {}, later);
  expect(await deskDb().goneAddress.count()).toBe(0);
});

it("is for admins, and offered while there is a demo", async () => {
  const [editor, admin] = [await aPerson("editor"), await aPerson("admin")];
  await aSmallDemo();
  await expect(removeDemo(editor, {}, later)).rejects.toMatchObject({ fault: "forbidden" });
  expect([await offersDemoRemoval(editor), await offersDemoRemoval(admin)]).toEqual([false, true]);
  await removeDemo(admin, {}, later);
  expect(await offersDemoRemoval(admin)).toBe(false);
});
