import { beforeAll, describe, expect, it } from "vitest";
import { deskDb } from "#lib/db/desk";
import type { StaffActor } from "../kernel/actor.ts";
import { newId } from "../kernel/ids.ts";
import { faultOf } from "../people/testing.ts";
import { changeStory } from "./commands/change-story.ts";
import { confideStory } from "./commands/confide-story.ts";
import { createStory } from "./commands/create-story.ts";
import { directStory } from "./commands/direct-story.ts";
import { killStory } from "./commands/kill-story.ts";
import { publishStory } from "./commands/publish-story.ts";
import { revokeShare } from "./commands/revoke-share.ts";
import { shareStory } from "./commands/share-story.ts";
import { startThread } from "./commands/start-thread.ts";
import { ownMentions, peopleToMention } from "./comments/comment-queries.ts";
import { storyDocument } from "./document/document-queries.ts";
import { notePresence, whoIsHere } from "./document/presence.ts";
import { sharedStory } from "./shares/share-queries.ts";
import { deskStories } from "./story-lists.ts";
import { aNewsroom, aPerson, aStory } from "./testing.ts";

let author: StaffActor;
let editor: StaffActor;
let outside: StaffActor;
let admin: StaffActor;
let contributor: StaffActor;
beforeAll(async () => {
  await aNewsroom();
  author = await aPerson("author", "Aigul");
  editor = await aPerson("editor", "Timur");
  outside = await aPerson("editor", "Outside");
  admin = await aPerson("admin", "Daria");
  contributor = await aPerson("contributor", "Nargiza");
});

/** A story of Aigul's that Timur and Nargiza were let into. */
async function aClosedStory(headline = "What the ministry paid") {
  const draft = await aStory({ by: author, headline });
  const circle = [editor.id, contributor.id];
  const { version } = await confideStory(author, {
    storyId: draft.storyId,
    version: 1,
    confidential: true,
    circle,
  });
  return { ...draft, version };
}

describe("a named circle", () => {
  it("is who knows of the story, in every list and at every door of the desk", async () => {
    const { storyId } = await aClosedStory("Unheard of words");
    const thread = { storyId, threadId: newId(), commentId: newId(), quote: "", isAnchored: false };
    await startThread(author, { ...thread, text: `@{${editor.id}} @{${contributor.id}} look.` });
    await notePresence([{ id: newId(), storyId, staffId: author.id, isIdle: false }], new Date());
    for (const [person, knows] of [
      [author, true],
      [editor, true],
      [contributor, true],
      [admin, true],
      [outside, false],
      [await aPerson("author"), false],
    ] as const) {
      const search = await deskStories(person, { search: "unheard" });
      expect([person.name, search.stories.length]).toEqual([person.name, knows ? 1 : 0]);
      expect(Object.keys(await whoIsHere(person, [storyId], new Date())).length).toBe(knows ? 1 : 0);
      expect(await faultOf(storyDocument(person, storyId))).toBe(knows ? "in" : "notFound");
      const translation = { id: newId(), language: "ky", translationGroupId: storyId };
      if (!knows) expect(await faultOf(createStory(person, translation))).toBe("invalid");
    }
    expect((await peopleToMention(editor, storyId)).map(({ name }) => name)).not.toContain("Outside");
    expect(await faultOf(startThread(author, { ...thread, threadId: newId(), text: `@{${outside.id}}` }))).toBe(
      "invalid",
    );
    expect((await ownMentions(contributor)).map((mention) => mention.storyId)).toContain(storyId);
    const open = { storyId, version: 2, confidential: true, circle: [editor.id] };
    await confideStory(author, open);
    expect((await ownMentions(contributor)).map((mention) => mention.storyId)).not.toContain(storyId);
  });

  it("closes a story to verbs as well: nobody kills what they cannot see, and an admin always can", async () => {
    const draft = await aClosedStory();
    const { version } = await publishStory(editor, draft);
    const kill = { storyId: draft.storyId, version, reason: "It is false." };
    expect(await faultOf(killStory(outside, kill))).toBe("notFound");
    expect(await faultOf(killStory(admin, kill))).toBe("in");
  });

  it("lets in who the story is given to, without being named", async () => {
    const { storyId, version } = await aClosedStory();
    await directStory(editor, { storyId, version, changes: { assigneeId: outside.id } });
    expect(await faultOf(storyDocument(outside, storyId))).toBe("in");
  });

  it("ends with the confidence, and comes back only when it is named again", async () => {
    const { storyId, version } = await aClosedStory();
    await confideStory(editor, { storyId, version, confidential: false, circle: [editor.id] });
    expect(await deskDb().storyCircle.count({ where: { storyId } })).toBe(0);
    await confideStory(author, { storyId, version: version + 1, confidential: true });
    expect(await faultOf(storyDocument(outside, storyId))).toBe("in");
    expect(await faultOf(storyDocument(contributor, storyId))).toBe("notFound");
  });
});

describe("links to people outside", () => {
  it("go with whoever made them and may not know of the story any more; the others stay, and their number is told", async () => {
    const { storyId } = await aStory({ by: author });
    const shared = async (who: StaffActor) => {
      const link = { recipient: "A lawyer", days: 7, mayComment: false, follows: true };
      const { shareId, path } = await shareStory(who, { storyId, version: 1, seq: 0, ...link });
      return {
        shareId,
        works: async () => (await sharedStory(path.replace("/preview/", ""), "net", new Date())) !== null,
      };
    };
    const gone = await aPerson("admin");
    const [mine, theirs, another, left] = [
      await shared(editor),
      await shared(author),
      await shared(outside),
      await shared(gone),
    ];
    const ended = await shared(outside);
    await revokeShare(outside, { shareId: ended.shareId });
    await deskDb().staff.update({ where: { id: gone.id }, data: { deactivatedAt: new Date() } });

    const closed = await confideStory(editor, { storyId, version: 1, confidential: true, circle: [editor.id] });
    expect(closed).toEqual({ version: 2, links: { revoked: 2, open: 2 } });
    const working = [mine, theirs, another, left].map(({ works }) => works());
    expect(await Promise.all(working)).toEqual([true, true, false, false]);
    const revoked = await deskDb().event.findMany({ where: { type: "share.revoked", subject: storyId } });
    const ids = revoked.filter(({ actorName }) => actorName === "Timur").map(({ payload }) => Object(payload).shareId);
    expect(ids.toSorted()).toEqual([another.shareId, left.shareId].toSorted());
    expect(await confideStory(editor, { storyId, version: 2, confidential: false })).toEqual({
      version: 3,
      links: { revoked: 0, open: 2 },
    });
  });
});

describe("confiding is refused", () => {
  const confide = (who: StaffActor, storyId: string, circle: string[], version = 1) =>
    confideStory(who, { storyId, version, confidential: true, circle });

  it("where nobody of the circle could go on with the story", async () => {
    const { storyId } = await aStory({ by: author });
    const other = await aPerson("author");
    await expect(confide(editor, storyId, [other.id])).rejects.toMatchObject({
      fault: "invalid",
      issues: [{ path: "circle", message: expect.stringContaining("name an editor") }],
    });
    expect(await faultOf(confide(author, storyId, [author.id, other.id]))).toBe("in");
  });

  it("where it would shut out who asks, names who left or stands twice, or comes too late", async () => {
    const gone = await aPerson("editor", "Begaim Who Left");
    await deskDb().staff.update({ where: { id: gone.id }, data: { deactivatedAt: new Date() } });
    const { storyId } = await aStory({ by: author });
    expect(await faultOf(confide(editor, storyId, [outside.id]))).toBe("invalid");
    await expect(confide(editor, storyId, [editor.id, gone.id])).rejects.toMatchObject({
      fault: "invalid",
      issues: [{ path: "circle", message: expect.stringContaining("any more: Begaim Who Left") }],
    });
    expect(await faultOf(confide(editor, storyId, [editor.id, newId()]))).toBe("invalid");
    expect(await faultOf(confide(editor, storyId, [editor.id, editor.id]))).toBe("invalid");
    expect(await faultOf(confide(editor, storyId, [editor.id], 7))).toBe("conflict");
    expect(await faultOf(confide(await aPerson("author"), storyId, []))).toBe("forbidden");
    expect(await deskDb().storyCircle.count({ where: { storyId } })).toBe(0);
  });

  it("to the second of two at once", async () => {
    const { storyId } = await aStory({ by: author });
    const both = await Promise.all(
      [confide(editor, storyId, [editor.id]), confide(author, storyId, [author.id])].map(faultOf),
    );
    expect(both.toSorted()).toEqual(expect.arrayContaining(["in"]));
    expect(both.filter((outcome) => outcome === "in")).toHaveLength(1);
    expect(await deskDb().storyCircle.count({ where: { storyId } })).toBe(1);
  });

  it("by the side door: changing a story does not change who may know of it", async () => {
    const { storyId } = await aStory({ by: author });
    const changes: object = { confidential: true };
    expect(await faultOf(changeStory(author, { storyId, version: 1, changes }))).toBe("invalid");
  });
});
