import fs from "node:fs";
import path from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { deskDb } from "#lib/db/desk";
import { bulkAction, ownBulkActions } from "#newsroom/bulk/queries";
import { namesIn } from "#newsroom/history/names";
import { storyHistory } from "#newsroom/history/queries";
import { trail } from "#newsroom/history/trail";
import type { StaffActor } from "#newsroom/kernel/actor";
import { newId } from "#newsroom/kernel/ids";
import { ownNotifications, unseenCount, unseenKinds } from "#newsroom/notifications/queries";
import { ownAssignments, storyAssignments } from "#newsroom/planning/assignment-queries";
import { storyBoard } from "#newsroom/planning/board";
import { newsBudget } from "#newsroom/planning/budget";
import { calendar } from "#newsroom/planning/calendar";
import { nextActions } from "#newsroom/planning/next-action-queries";
import { ratesOfDraft } from "#newsroom/rates/queries";
import { redirects } from "#newsroom/redirects/queries";
import { storyFindings } from "#newsroom/stories/checks/findings";
import { publishStory } from "#newsroom/stories/commands/publish-story";
import { readdressStory } from "#newsroom/stories/commands/readdress-story";
import { shareStory } from "#newsroom/stories/commands/share-story";
import { spikeStory } from "#newsroom/stories/commands/spike-story";
import { startThread } from "#newsroom/stories/commands/start-thread";
import { unpublishStory } from "#newsroom/stories/commands/unpublish-story";
import { ownMentions, peopleToMention, storyThreads } from "#newsroom/stories/comments/comment-queries";
import { storyDocument, storyPreview } from "#newsroom/stories/document/document-queries";
import { notePresence, whoIsHere } from "#newsroom/stories/document/presence";
import { ownPutAside } from "#newsroom/stories/document/put-aside-queries";
import { libraryPicture, libraryPictures } from "#newsroom/stories/pictures/picture-queries";
import { publicationAlarms } from "#newsroom/stories/publication/alarm-queries";
import { storyLog } from "#newsroom/stories/publication/log-queries";
import { deskStory } from "#newsroom/stories/queries";
import { whoWrote } from "#newsroom/stories/revisions/authorship-queries";
import {
  restorableState,
  storyRevisions,
  storyState,
  writersSince,
} from "#newsroom/stories/revisions/revision-queries";
import { storyShares } from "#newsroom/stories/shares/share-queries";
import { deskStories } from "#newsroom/stories/story-lists";
import { mergePreview } from "#newsroom/stories/tags/tag-queries";
import { aLibraryPicture, aNewsroom, anAssignment, aPerson, aStory, aTag, theProgram } from "#newsroom/stories/testing";
import { deskTag, deskTags, nearTags } from "#newsroom/tags/queries";
import { trash } from "#newsroom/trash/queries";

const word = "Xanthophyll";
/** Stands in each address that never was public. */
const wordInAddress = word.toLowerCase();
const now = new Date();
const soon = new Date(now.getTime() + 3_600_000);
const day = { from: new Date(now.getTime() - 43_200_000), to: new Date(now.getTime() + 43_200_000) };

interface Closed {
  draft: string;
  live: string;
  tagId: string;
  otherTagId: string;
  picture: string;
}
let closed: Closed;
let inside: StaffActor;
let outside: StaffActor;
let admin: StaffActor;
const bulkOf = new Map<string, string>();

/**
 * A draft, a live story, one that was taken down and one in the trash, of all of which both editors have heard, before a circle without one
 * of them closes them.
 */
beforeAll(async () => {
  await aNewsroom();
  inside = await aPerson("editor", "Inside");
  outside = await aPerson("editor", "Outside");
  admin = await aPerson("admin", "Admin");
  const [tagId, otherTagId] = [await aTag("One tag"), await aTag("Another tag")];
  const wishes = { headline: `${word} in the water`, text: `${word} everywhere.`, tagIds: [tagId] };
  const draft = await aStory({ ...wishes, slug: `${wordInAddress}-draft` });
  const live = await aStory({ ...wishes, slug: "quiet-story" });
  const down = await aStory({ ...wishes, slug: "quiet-before" });
  const spiked = await aStory({ ...wishes, slug: `${wordInAddress}-trash` });
  const picture = await aLibraryPicture(undefined, { storyId: draft.storyId });
  await deskDb().picture.update({ where: { id: picture }, data: { caption: word } });
  const removed = await aLibraryPicture(outside, { storyId: draft.storyId });
  await deskDb().picture.update({
    where: { id: removed },
    data: { caption: word, removedAt: now, uploadedById: null },
  });
  closed = { draft: draft.storyId, live: live.storyId, tagId, otherTagId, picture };
  const { version, revisionId } = await publishStory(outside, live);
  const note = { kind: "correction" as const, note: word, place: "top" as const, isPublic: false, at: now };
  await deskDb().publishedChange.create({ data: { revisionId, storyId: live.storyId, ...note } });
  for (const { storyId } of [draft, live]) {
    const said = { threadId: newId(), commentId: newId(), quote: word, isAnchored: false };
    const text = `@{${inside.id}} @{${outside.id}} ${word}!`;
    await startThread(admin, { storyId, ...said, text });
    await notePresence([{ id: newId(), storyId, staffId: admin.id, isIdle: false }], new Date());
    await shareStory(outside, {
      ...{ storyId, version: storyId === live.storyId ? version : 1, seq: 0, recipient: `${word} expert` },
      ...{ days: 7, mayComment: true, follows: true },
    });
    await deskDb().assignment.updateMany({
      where: { id: await anAssignment({ storyId, staffId: (await aPerson("author", word)).id }) },
      data: { brief: word, dueAt: soon },
    });
  }
  await deskDb().redirect.create({ data: { id: newId(), from: "/quiet", toStoryId: live.storyId, createdAt: now } });
  await deskDb().redirect.create({ data: { id: newId(), from: "/down", toStoryId: down.storyId, createdAt: now } });
  await troubled(live.storyId);
  for (const { id: staffId } of [inside, outside, admin]) {
    const bulkId = newId();
    bulkOf.set(staffId, bulkId);
    const rows = [draft, live, spiked].map(({ storyId }, position) => ({ id: newId(), storyId, position, version: 1 }));
    const asked = { id: bulkId, verb: "move" as const, argument: "copy", preparedAt: now, startedAt: now };
    await deskDb().bulkAction.create({ data: { ...asked, staffId, rows: { create: rows } } });
  }
  await spikeStory(theProgram, { storyId: spiked.storyId, version: 1, reason: word });
  const wentLive = await publishStory(outside, down);
  await unpublishStory(outside, { storyId: down.storyId, version: wentLive.version });
  for (const { storyId } of [draft, live, down, spiked])
    await deskDb().story.update({
      where: { id: storyId },
      data: { confidential: true, brief: word, dueAt: soon, circle: { create: { staffId: inside.id } } },
    });
  for (const [n, slug] of [`${wordInAddress}-once`, `${wordInAddress}-now`].entries())
    await readdressStory(inside, { storyId: down.storyId, version: wentLive.version + 1 + n, slug });
});

/** What failed and was not proved, by the one who is outside now. */
async function troubled(storyId: string): Promise<void> {
  const at = new Date(now.getTime() - 600_000);
  const mine = { storyId, at, zone: "UTC", plannedById: outside.id, plannedAt: at };
  await deskDb().plan.create({ data: { id: newId(), verb: "withdraw", ...mine, failedAt: now, failure: word } });
  const proof = { eventId: newId(), place: "public", storyId, checkedAt: new Date(), isProved: false, result: "404" };
  await deskDb().proof.create({ data: { ...proof, changedAt: new Date(), staffId: outside.id } });
}

type Ask = (actor: StaffActor, story: Closed) => Promise<unknown>;

const ofStories: Record<string, Ask> = {
  bulkAction: (actor) => bulkAction(actor, bulkOf.get(actor.id) ?? "", 1, now),
  calendar: (actor) => calendar(actor, day),
  deskStories: (actor) => deskStories(actor),
  deskStory: (actor, { draft }) => deskStory(actor, draft),
  libraryPicture: (actor, { picture }) => libraryPicture(actor, picture),
  libraryPictures: (actor) => libraryPictures(actor),
  namesIn: async (actor, { draft }) => [...(await namesIn(actor, [{ payload: { toStoryId: draft } }], now)).stories],
  newsBudget: (actor) => newsBudget(actor, day),
  nextActions: (actor) => nextActions(actor, now),
  ownMentions: (actor) => ownMentions(actor),
  ownNotifications: (actor) => ownNotifications(actor),
  publicationAlarms: (actor) => publicationAlarms(actor, now),
  redirects: async (actor) => [await redirects(actor), await redirects(actor, { search: wordInAddress.slice(0, -1) })],
  restorableState: (actor, { draft }) => restorableState(actor, draft, "draft"),
  storyAssignments: (actor, { draft }) => storyAssignments(actor, draft),
  storyBoard: (actor) => storyBoard(actor),
  storyLog: (actor, { live }) => storyLog(actor, live),
  storyPreview: (actor, { draft }) => storyPreview(actor, draft, now),
  storyShares: (actor, { draft }) => storyShares(actor, draft),
  storyState: (actor, { draft }) => storyState(actor, draft, "draft"),
  storyThreads: (actor, { draft }) => storyThreads(actor, draft),
  trash: (actor) => trash(actor, now),
  whoWrote: (actor, { draft }) => whoWrote(actor, draft),
};

/** Of the stories too, but nobody hears the word there. */
const wordless: Record<string, Ask> = {
  deskTag: (actor, { tagId }) => deskTag(actor, tagId),
  deskTags: (actor) => deskTags(actor, { search: "", show: "all", page: 1 }),
  mergePreview: (actor, { tagId, otherTagId }) => mergePreview(actor, { tagId, version: 1, intoId: otherTagId }),
  nearTags: (actor) => nearTags(actor, 1),
  ownAssignments: (actor) => ownAssignments(actor),
  ownBulkActions: (actor) => ownBulkActions(actor),
  ownPutAside: (actor, { draft }) => ownPutAside(actor, draft),
  peopleToMention: (actor, { draft }) => peopleToMention(actor, draft),
  ratesOfDraft: (actor, { draft }) => ratesOfDraft(actor, draft, { type: "doc", content: [] }, now),
  storyDocument: (actor, { draft }) => storyDocument(actor, draft),
  storyFindings: (actor, { draft }) => storyFindings(actor, draft),
  storyHistory: (actor, { draft }) => storyHistory(actor, draft),
  storyRevisions: (actor, { live }) => storyRevisions(actor, live),
  trail: (actor) => trail(actor, {}),
  unseenCount: (actor) => unseenCount(actor),
  unseenKinds: (actor, { draft }) => unseenKinds(actor, draft),
  whoIsHere: (actor, { draft, live }) => whoIsHere(actor, [draft, live], new Date()),
  writersSince: (actor, { draft }) => writersSince(actor, { storyId: draft, seq: 0 }),
};

/** Rights, filters (their lists are asked), and what has nothing to do with stories. */
const aboutNoStory = [
  ...[
    "findableBy",
    "forecast",
    "knownTo",
    "may",
    "maySeePicture",
    "picturesRestorableBy",
    "reachOf",
    "readableBy",
    "restorableBy",
    "staffIdOf",
    "storiesOfFilter",
  ],
  ...["deskProfiles", "heldRates", "mailsThatStayed", "offersDemoRemoval", "ownChoices", "ownSessions", "rateSources"],
  // What readers see anyway.
  ...["deskFront", "storiesForFront"],
  ...["samePicture", "staffList", "uploadPicture", "workOffRow", "workflow"],
];

/** What any file of the newsroom but the commands answers to somebody at the desk. */
function queries(): string[] {
  const declared = /^export (?:async )?(?:function|const) (\w+)(?: = (?:async )?)?\(\s*actor: (?:Staff)?Actor\b/gm;
  return fs
    .readdirSync("newsroom", { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(".ts") && !/test|policy|command/.test(file))
    .flatMap((file) => [...fs.readFileSync(path.join("newsroom", file), "utf8").matchAll(declared)])
    .flatMap(([, name]) => name ?? []);
}

/** What somebody hears, refusals included, in small letters. */
const heard = async (ask: Ask, actor: StaffActor): Promise<string> =>
  JSON.stringify(await ask(actor, closed).catch((error: Error) => [error.message, error])).toLowerCase();

describe("every query of the desk", () => {
  it("is asked here", () => {
    const asked = [...Object.keys(ofStories), ...Object.keys(wordless), ...aboutNoStory];
    expect(queries().toSorted()).toEqual(asked.toSorted());
  });

  it.each(Object.entries(ofStories))("%s tells who is in the circle", async (_name, ask) => {
    expect(await heard(ask, inside)).toContain(wordInAddress);
  });

  it.each(Object.entries({ ...ofStories, ...wordless }))("%s keeps it from who is outside", async (_name, ask) => {
    expect(await heard(ask, outside)).not.toContain(wordInAddress);
  });
});
