import { beforeAll, describe, expect, it } from "vitest";
import { deskDb } from "#lib/db/desk";
import { readersDb } from "#lib/db/readers";
import { recordingDependencies } from "#lib/page-cache/dependencies";
import type { StaffActor } from "../../kernel/actor.ts";
import type { EventPayload } from "../../kernel/events.ts";
import { newId } from "../../kernel/ids.ts";
import { changeTold } from "../commands/change-told.ts";
import { correctStory } from "../commands/correct-story.ts";
import { publishStory } from "../commands/publish-story.ts";
import { setEmbargo } from "../commands/set-embargo.ts";
import { unpublishStory } from "../commands/unpublish-story.ts";
import { announceLapses } from "../jobs.ts";
import { siteFeed } from "../published/feeds.ts";
import { noteListing } from "../published/lists.ts";
import { publishedStory } from "../published.ts";
import { deskStory } from "../queries.ts";
import { aNewsroom, aPerson, aStory, typed } from "../testing.ts";
import { storyLog } from "./log-queries.ts";
import { touchedBy } from "./reach.ts";

let editor: StaffActor;
beforeAll(async () => {
  await aNewsroom();
  editor = await aPerson("editor");
});

const said = { kind: "correction", note: "A libel about Asan.", place: "top", isPublic: true } as const;

/** A live story of which readers were told once, with words that should not have been said. */
async function told(headline: string, how: Partial<Parameters<typeof correctStory>[1]> = {}) {
  const draft = await aStory({ headline });
  const { storyId } = draft;
  const published = await publishStory(editor, draft);
  const { seq } = await typed(storyId, "Asan stole it.");
  const { version } = await correctStory(editor, { storyId, version: published.version, seq, ...said, ...how });
  const [entry] = await storyLog(editor, storyId);
  if (!entry) throw new Error("There is no entry in the log.");
  const { slug } = await deskStory(editor, storyId);
  return { storyId, version, slug, seq, entry, revisionId: entry.revisionId };
}
type Told = Awaited<ReturnType<typeof told>>;

const change = ({ storyId, version, revisionId, entry }: Told, how: { note?: string; isPublic?: boolean }) =>
  changeTold(editor, {
    ...{ storyId, version, revisionId },
    ...{ note: entry.note, place: entry.place, isPublic: entry.isPublic, ...how },
  });

const eventOf = async ({ storyId }: Told) =>
  deskDb().event.findFirstOrThrow({
    where: { subject: storyId, type: "story.told_changed" },
    orderBy: { position: "desc" },
  });

describe("what readers are told", () => {
  it("is said in other words: on the story, on the page of corrections, in feeds; the text and its dates stay", async () => {
    const story = await told("Said badly");
    const before = await publishedStory(story.slug);
    const { version } = await change(story, { note: "We named the wrong man." });
    expect(version).toBe(story.version + 1);
    expect(await publishedStory(story.slug)).toEqual({
      ...before,
      notes: [{ ...before?.notes[0], note: "We named the wrong man." }],
    });
    const everywhere = JSON.stringify([await noteListing(1), await siteFeed()]);
    expect(everywhere).toContain("We named the wrong man.");
    expect(everywhere).not.toContain("A libel");
    const row = await deskDb().publishedChange.findUniqueOrThrow({ where: { revisionId: story.revisionId } });
    expect(row).toMatchObject({ kind: "correction", note: "We named the wrong man." });
    expect((await deskStory(editor, story.storyId)).hasUnpublishedChanges).toBe(false);
  });

  it("is withdrawn where the note was a mistake itself, and can be said again", async () => {
    const story = await told("Nothing was wrong");
    const { version } = await change(story, { note: "" });
    expect(await publishedStory(story.slug)).toMatchObject({ notes: [], changes: [{ kind: "correction" }] });
    expect(JSON.stringify(await noteListing(1))).not.toContain("A libel");
    const [entry] = await storyLog(editor, story.storyId);
    expect(entry).toMatchObject({ kind: "correction", note: "", noteWithdrawnAt: expect.any(Date) });
    await change({ ...story, version }, { note: "Something was." });
    expect(await publishedStory(story.slug)).toMatchObject({ notes: [{ note: "Something was." }] });
    expect((await storyLog(editor, story.storyId))[0]?.noteWithdrawnAt).toBeNull();
  });

  it("loses a difference, and gets it back; what was typed since stays at the desk", async () => {
    const story = await told("A struck passage");
    await typed(story.storyId, "Not for readers.");
    const { version } = await change(story, { isPublic: false });
    expect(await publishedStory(story.slug)).toMatchObject({ notes: [{ note: said.note }], changes: [] });
    expect(await readersDb().liveChange.count({ where: { storyId: story.storyId } })).toBe(0);
    await change({ ...story, version }, { isPublic: true });
    const shown = await publishedStory(story.slug);
    expect(shown?.changes).toMatchObject([{ difference: { words: { added: 3, removed: 0 } } }]);
    expect(JSON.stringify(shown)).not.toContain("Not for readers.");
  });

  it("shows no difference that was never kept for readers, and an update has no note", async () => {
    const story = await told("Never shown", { isPublic: false });
    await expect(change(story, { isPublic: true })).rejects.toMatchObject({ fault: "conflict" });
    const { storyId, version } = story;
    const { seq } = await typed(storyId, "An update.");
    const update = await publishStory(editor, { storyId, version, seq, isPublic: true });
    const [entry] = await storyLog(editor, storyId);
    expect(entry).toMatchObject({ kind: null, revisionId: update.revisionId });
    const input = { ...story, version: update.version, revisionId: update.revisionId };
    await expect(change(input, { isPublic: true })).rejects.toMatchObject({
      fault: "invalid",
      issues: [{ path: "note" }],
    });
    await change(input, { note: "", isPublic: false });
    expect(await publishedStory(story.slug)).toMatchObject({ notes: [{ note: said.note }], changes: [] });
  });

  it("stands in the history without its words, and renews each page that has it at once", async () => {
    const story = await told("Who did it");
    const { version } = await change(story, { note: "Secretive words.", isPublic: false });
    const event = await eventOf(story);
    expect(event).toMatchObject({ actorId: editor.id, payload: { note: "changed", difference: "hidden" } });
    expect(JSON.stringify(event.payload)).not.toMatch(/Secretive|libel/);
    const payload = Object.fromEntries(Object.entries(event.payload ?? {})) as EventPayload;
    const touched = touchedBy({ type: "story.told_changed", subject: story.storyId, payload });
    expect(touched.once).toEqual(expect.arrayContaining([`story:${story.storyId}`, `address:en/${story.slug}`]));
    expect((await recordingDependencies(() => noteListing(1))).keys).toContain(`story:${story.storyId}`);
    await change({ ...story, version }, { note: "", isPublic: false });
    expect((await eventOf(story)).payload).toMatchObject({ note: "withdrawn" });
  });

  it("changes while readers do not have the story, and comes back so", async () => {
    const hidden = await told("Under an embargo since");
    const until = new Date(Date.now() + 3_600_000);
    const { storyId } = hidden;
    await setEmbargo(editor, { storyId, version: hidden.version, until: until.toISOString() });
    await change({ ...hidden, version: hidden.version + 1 }, { note: "Mended.", isPublic: false });
    expect(await readersDb().liveCorrection.count({ where: { storyId } })).toBe(0);
    await announceLapses(until);
    expect(await publishedStory(hidden.slug)).toMatchObject({ notes: [{ note: "Mended." }], changes: [] });

    const away = await told("Unpublished since");
    await unpublishStory(editor, { storyId: away.storyId, version: away.version });
    expect(await storyLog(editor, away.storyId)).toMatchObject([{ note: said.note, difference: null }]);
    const { version } = await change({ ...away, version: away.version + 1 }, { note: "", isPublic: false });
    await publishStory(editor, { storyId: away.storyId, version, seq: away.seq });
    expect(await publishedStory(away.slug)).toMatchObject({ notes: [], changes: [] });
  });

  it("is for those who may correct, on the newest version, of an entry of this story that went out", async () => {
    const story = await told("Not by everybody");
    const { storyId, version, revisionId } = story;
    const input = { storyId, version, revisionId, note: "Mended.", place: "top", isPublic: false } as const;
    await expect(changeTold(await aPerson("author"), input)).rejects.toMatchObject({ fault: "forbidden" });
    await expect(storyLog(await aPerson("author"), storyId)).rejects.toMatchObject({ fault: "forbidden" });
    await expect(changeTold(await aPerson("contributor"), input)).rejects.toMatchObject({ fault: "notFound" });
    await expect(changeTold(editor, { ...input, version: version - 1 })).rejects.toMatchObject({ fault: "conflict" });
    await expect(changeTold(editor, { ...input, revisionId: newId() })).rejects.toMatchObject({ fault: "notFound" });
    const other = await told("Another one");
    await expect(changeTold(editor, { ...input, revisionId: other.revisionId })).rejects.toMatchObject({
      fault: "notFound",
    });
    expect(await publishedStory(story.slug)).toMatchObject({ notes: [{ note: said.note }] });
  });
});
