import { beforeAll, describe, expect, it } from "vitest";
import { deskDb } from "#lib/db/desk";
import type { StaffActor } from "../../kernel/actor.ts";
import { newId } from "../../kernel/ids.ts";
import { faultOf } from "../../people/testing.ts";
import { editComment } from "../commands/edit-comment.ts";
import { publishStory } from "../commands/publish-story.ts";
import { removeComment } from "../commands/remove-comment.ts";
import { reopenThread } from "../commands/reopen-thread.ts";
import { replyToThread } from "../commands/reply-to-thread.ts";
import { resolveThread } from "../commands/resolve-thread.ts";
import { seeMentions } from "../commands/see-mentions.ts";
import { startThread } from "../commands/start-thread.ts";
import { lineNames } from "../document/story-text.ts";
import { publishedStory } from "../published.ts";
import { deskStory } from "../queries.ts";
import { aNewsroom, aPerson, aStory, markedWords } from "../testing.ts";
import { ownMentions, peopleToMention, storyThreads } from "./comment-queries.ts";
import { commentLength } from "./comments.ts";

let author: StaffActor;
let other: StaffActor;
let editor: StaffActor;
let contributor: StaffActor;
beforeAll(async () => {
  await aNewsroom();
  author = await aPerson("author", "Aigul");
  other = await aPerson("author", "Bakyt");
  editor = await aPerson("editor", "Timur");
  contributor = await aPerson("contributor", "Zarina");
});

const about = (storyId: string, more = {}) => ({
  storyId,
  threadId: newId(),
  commentId: newId(),
  quote: "Lorries wait",
  isAnchored: true,
  text: "How many?",
  ...more,
});
const reply = (threadId: string, text = "Forty.") => ({ threadId, commentId: newId(), text });
const only = async (actor: StaffActor, storyId: string) => {
  const [thread, ...more] = await storyThreads(actor, storyId);
  if (!thread || more.length > 0) throw new Error("This story was to have one thread.");
  return thread;
};

describe("a thread", () => {
  it("begins about words, goes on, is settled and taken up again", async () => {
    const { storyId } = await aStory({ by: author });
    const first = about(storyId);
    await startThread(editor, first);
    await replyToThread(author, reply(first.threadId));
    expect(await only(author, storyId)).toMatchObject({
      id: first.threadId,
      version: 2,
      quote: "Lorries wait",
      isAnchored: true,
      resolved: null,
      comments: [
        { by: { name: "Timur" }, text: "How many?" },
        { by: { name: "Aigul" }, text: "Forty." },
      ],
    });
    await resolveThread(editor, { threadId: first.threadId, version: 2 });
    expect(await only(author, storyId)).toMatchObject({ version: 3, resolved: { by: "Timur" } });
    await reopenThread(author, { threadId: first.threadId, version: 3 });
    expect(await only(author, storyId)).toMatchObject({ version: 4, resolved: null });
  });

  it("is not settled over a comment that one has not read", async () => {
    const { storyId } = await aStory({ by: author });
    const first = about(storyId);
    await startThread(editor, first);
    await replyToThread(author, reply(first.threadId));
    expect(await faultOf(resolveThread(editor, { threadId: first.threadId, version: 1 }))).toBe("conflict");
    expect(await only(editor, storyId)).toMatchObject({ resolved: null });
  });

  it("stands once, however often it is sent, and its id is nobody else's", async () => {
    const [{ storyId }, { storyId: another }] = [await aStory({ by: author }), await aStory({ by: author })];
    const first = about(storyId);
    const answer = reply(first.threadId);
    for (const _ of [1, 2]) await startThread(editor, first);
    for (const _ of [1, 2]) await replyToThread(author, answer);
    expect((await only(editor, storyId)).comments).toHaveLength(2);
    expect(await faultOf(startThread(editor, { ...about(another), threadId: first.threadId }))).toBe("conflict");
    for (const _ of [1, 2]) await resolveThread(editor, { threadId: first.threadId, version: 2 });
    expect(await only(editor, storyId)).toMatchObject({ version: 3 });
  });

  it("has no words in the text if it was begun by who may not write there, or quotes none", async () => {
    const { storyId } = await aStory({ by: author });
    await startThread(other, about(storyId));
    expect(await only(author, storyId)).toMatchObject({ isAnchored: false, quote: "Lorries wait" });
    const { storyId: whole } = await aStory({ by: author });
    await startThread(author, about(whole, { quote: "" }));
    expect(await only(author, whole)).toMatchObject({ isAnchored: false });
  });

  it("is announced with ids, never with its words", async () => {
    const { storyId } = await aStory({ by: author });
    const first = about(storyId, { text: `Ask @{${author.id}} about wolfram` });
    await startThread(editor, first);
    await resolveThread(editor, { threadId: first.threadId, version: 1 });
    const events = await deskDb().event.findMany({
      where: { subject: storyId, type: { startsWith: "comment." } },
      orderBy: { at: "asc" },
    });
    expect(events.map(({ type }) => type)).toEqual(["comment.started", "comment.resolved"]);
    expect(events[0]?.payload).toEqual({
      threadId: first.threadId,
      commentId: first.commentId,
      mentions: [author.id],
    });
  });
});

describe("who may", () => {
  it.each([
    ["contributor", false, "notFound"],
    ["author", false, "in"],
    ["author", true, "notFound"],
    ["editor", true, "in"],
    ["admin", true, "in"],
  ] as const)("a %s on another's story, confidential: %s: %s", async (role, confidential, outcome) => {
    const person = await aPerson(role);
    const { storyId } = await aStory({ by: author, confidential });
    const started = about(storyId);
    await startThread(author, started);
    const { threadId } = started;
    expect(await faultOf(storyThreads(person, storyId))).toBe(outcome);
    expect(await faultOf(peopleToMention(person, storyId))).toBe(outcome);
    expect(await faultOf(startThread(person, about(storyId)))).toBe(outcome);
    expect(await faultOf(replyToThread(person, reply(threadId)))).toBe(outcome);
    expect(await faultOf(resolveThread(person, { threadId, version: outcome === "in" ? 2 : 1 }))).toBe(outcome);
    expect(await faultOf(reopenThread(person, { threadId, version: outcome === "in" ? 3 : 1 }))).toBe(outcome);
  });

  it("a thread that is not there is unknown", async () => {
    expect(await faultOf(replyToThread(editor, reply(newId())))).toBe("notFound");
    expect(await faultOf(resolveThread(editor, { threadId: newId(), version: 1 }))).toBe("notFound");
  });
});

describe("what is said", () => {
  it.each([
    ["nothing", "  ", "invalid"],
    ["a NUL", "a\u0000b", "invalid"],
    ["too much", "x".repeat(commentLength + 1), "invalid"],
    ["as much as may be", "x".repeat(commentLength), "in"],
    ["markup, which is plain text", "<script>alert(1)</script>", "in"],
  ])("%s", async (_name, text, outcome) => {
    const { storyId } = await aStory({ by: author });
    expect(await faultOf(startThread(author, about(storyId, { text })))).toBe(outcome);
    if (outcome === "in") expect((await only(author, storyId)).comments[0]?.text).toBe(text);
    else expect(await storyThreads(author, storyId)).toEqual([]);
  });
});

describe("a mention", () => {
  it("waits at the desk of who is mentioned until they look", async () => {
    const called = await aPerson("author", "Meerim");
    const { storyId } = await aStory({ by: author, headline: "Snow closes the pass" });
    const first = about(storyId, { text: `@{${called.id}} how many? @{${called.id}}` });
    await startThread(editor, first);
    expect(await ownMentions(called)).toEqual([
      expect.objectContaining({
        storyId,
        threadId: first.threadId,
        by: "Timur",
        headline: "Snow closes the pass",
        words: "@Meerim how many? @Meerim",
      }),
    ]);
    expect(await ownMentions(editor)).toEqual([]);
    expect(await only(called, storyId)).toMatchObject({ callsMe: true });
    expect(await only(editor, storyId)).toMatchObject({ callsMe: false });
    await seeMentions(editor, { storyId });
    expect(await ownMentions(called)).toHaveLength(1);
    await seeMentions(called, { storyId });
    expect(await ownMentions(called)).toEqual([]);
    expect(await only(called, storyId)).toMatchObject({ callsMe: false });
  });

  it("reaches only people who may read the story, and are in", async () => {
    const { storyId } = await aStory({ by: author, confidential: true });
    const gone = await aPerson("editor", "Gone");
    await deskDb().staff.update({ where: { id: gone.id }, data: { deactivatedAt: new Date() } });
    for (const { id } of [other, contributor, gone, { id: newId() }])
      expect(await faultOf(startThread(author, about(storyId, { text: `@{${id}}` })))).toBe("invalid");
    expect(await storyThreads(author, storyId)).toEqual([]);
    const people = await peopleToMention(author, storyId);
    const ids = people.map(({ id }) => id);
    expect(ids).toEqual(expect.arrayContaining([author.id, editor.id]));
    for (const { id } of [other, contributor, gone]) expect(ids).not.toContain(id);
    for (const person of people) expect(Object.keys(person)).toEqual(["id", "name"]);
  });

  it("is not shown any more in a story that became confidential", async () => {
    const { storyId } = await aStory({ by: author });
    await startThread(author, about(storyId, { text: `@{${other.id}}` }));
    expect((await ownMentions(other)).map((one) => one.storyId)).toContain(storyId);
    await deskDb().story.update({ where: { id: storyId }, data: { confidential: true } });
    expect((await ownMentions(other)).map((one) => one.storyId)).not.toContain(storyId);
  });
});

/** A thread with a comment of the author, and what is answered. */
async function aTalk(answers: [StaffActor, string][] = [], more = {}) {
  const { storyId } = await aStory({ by: author });
  const first = about(storyId, more);
  await startThread(author, first);
  const ids = [first.commentId];
  for (const [actor, text] of answers) ids.push((await replyToThread(actor, reply(first.threadId, text))).commentId);
  return { storyId, threadId: first.threadId, ids };
}
const commented = (commentId: string | undefined, version = 1) => ({ commentId: commentId ?? "", version });
const eventsOf = async (storyId: string, type: string) =>
  (await deskDb().event.findMany({ where: { subject: storyId, type }, orderBy: { at: "asc" } })).map(
    ({ payload }) => payload,
  );
const shown = async (storyId: string) =>
  (await only(author, storyId)).comments.map(({ text, isRemoved }) => (isRemoved ? "(removed)" : text));

describe("a comment that is edited", () => {
  it("says so, once however often it is sent, and is announced without its words", async () => {
    const { storyId, threadId, ids } = await aTalk();
    const edit = { ...commented(ids[0]), text: "How many wolframite lorries?" };
    for (const _ of [1, 2]) await editComment(author, edit);
    expect((await only(author, storyId)).version).toBe(2);
    expect((await only(author, storyId)).comments).toMatchObject([
      { text: "How many wolframite lorries?", version: 2, editedAt: expect.any(Date), by: { name: "Aigul" } },
    ]);
    expect(await eventsOf(storyId, "comment.edited")).toEqual([{ threadId, commentId: ids[0], mentions: [] }]);
  });

  it("is not edited over what one has not read, nor settled over it", async () => {
    const { storyId, threadId, ids } = await aTalk();
    await editComment(author, { ...commented(ids[0]), text: "In this window." });
    expect(await faultOf(editComment(author, { ...commented(ids[0]), text: "In the other." }))).toBe("conflict");
    expect(await faultOf(removeComment(editor, commented(ids[0])))).toBe("conflict");
    expect(await faultOf(resolveThread(editor, { threadId, version: 1 }))).toBe("conflict");
    expect(await shown(storyId)).toEqual(["In this window."]);
  });

  it("does not hinder, and is not hindered by, who answers", async () => {
    const { storyId, threadId, ids } = await aTalk();
    await replyToThread(editor, reply(threadId));
    await editComment(author, { ...commented(ids[0]), text: "How many now?" });
    expect(await shown(storyId)).toEqual(["How many now?", "Forty."]);
  });

  it("calls who is mentioned newly, nobody twice, and nobody any more whose name is gone unread", async () => {
    const [seen, unseen, late] = [await aPerson("author"), await aPerson("author"), await aPerson("author")];
    const { storyId, ids } = await aTalk([], { text: `@{${seen.id}} @{${unseen.id}}` });
    await seeMentions(seen, { storyId });
    const calls = async (...people: StaffActor[]) =>
      Promise.all(people.map(async (one) => (await ownMentions(one)).length));
    expect(await calls(seen, unseen, late)).toEqual([0, 1, 0]);
    await editComment(author, { ...commented(ids[0]), text: `@{${seen.id}} @{${late.id}}` });
    expect(await calls(seen, unseen, late)).toEqual([0, 0, 1]);
    await editComment(author, { ...commented(ids[0], 2), text: `@{${late.id}}` });
    await editComment(author, { ...commented(ids[0], 3), text: `@{${late.id}} @{${seen.id}} @{${unseen.id}}` });
    expect(await calls(seen, unseen, late)).toEqual([0, 1, 1]);
    expect(await eventsOf(storyId, "comment.edited")).toMatchObject([
      { mentions: [late.id] },
      { mentions: [] },
      { mentions: [unseen.id] },
    ]);
  });

  it("may go on mentioning who left, but not call who cannot read the story", async () => {
    const gone = await aPerson("author", "Gone");
    const { storyId, ids } = await aTalk([], { text: `@{${gone.id}} was there` });
    await deskDb().staff.update({ where: { id: gone.id }, data: { deactivatedAt: new Date() } });
    await editComment(author, { ...commented(ids[0]), text: `@{${gone.id}} was there too` });
    const call = { ...commented(ids[0], 2), text: `@{${contributor.id}}?` };
    expect(await faultOf(editComment(author, call))).toBe("invalid");
    expect(await shown(storyId)).toEqual([`@{${gone.id}} was there too`]);
  });
});

describe("a comment that is removed", () => {
  it.each<[string, number[], string[]]>([
    ["in the middle", [1], ["first", "(removed)", "third"]],
    ["at the end", [2], ["first", "second"]],
    ["at the end, after one that kept its place", [1, 2], ["first"]],
    ["at the beginning", [0], ["(removed)", "second", "third"]],
    ["all but the last", [0, 1], ["(removed)", "(removed)", "third"]],
  ])("%s", async (_name, removed, left) => {
    const { storyId, ids } = await aTalk(
      [
        [author, "second"],
        [author, "third"],
      ],
      { text: "first" },
    );
    for (const at of removed) await removeComment(author, commented(ids[at]));
    expect(await shown(storyId)).toEqual(left);
  });

  it("takes its thread along if nothing else was said, in whatever order", async () => {
    const { storyId, ids } = await aTalk([[editor, "Forty."]]);
    await removeComment(author, commented(ids[0]));
    await removeComment(editor, commented(ids[1]));
    expect(await storyThreads(author, storyId)).toEqual([]);
    expect(await faultOf(removeComment(editor, commented(ids[1])))).toBe("notFound");
  });

  it("is gone with its words and calls nobody any more; sent twice, it is removed once", async () => {
    const { storyId, threadId, ids } = await aTalk([[editor, "Forty."]], { text: `@{${other.id}} wolframite` });
    const before = (await ownMentions(other, 100)).length;
    for (const _ of [1, 2]) await removeComment(author, commented(ids[0]));
    expect((await ownMentions(other, 100)).length).toBe(before - 1);
    expect(await deskDb().comment.findUnique({ where: { id: ids[0] ?? "" } })).toMatchObject({ text: "" });
    expect(await eventsOf(storyId, "comment.removed")).toEqual([{ threadId, commentId: ids[0] }]);
    expect(await faultOf(editComment(author, { ...commented(ids[0], 2), text: "Again." }))).toBe("conflict");
    expect((await only(author, storyId)).comments[0]).toMatchObject({ can: { edit: false, remove: false } });
  });
});

describe("who may edit and remove", () => {
  it.each([
    ["contributor", "own", "notFound", "notFound"],
    ["author", "own", "in", "in"],
    ["author", "another's", "forbidden", "forbidden"],
    ["editor", "own", "in", "in"],
    ["editor", "another's", "forbidden", "in"],
    ["admin", "another's", "forbidden", "in"],
  ] as const)("a %s, %s comment: edit %s, remove %s", async (role, whose, edits, removes) => {
    const person = await aPerson(role);
    const { storyId, threadId } = await aTalk();
    const staffId = whose === "own" ? person.id : author.id;
    const aComment = async () => {
      const id = newId();
      await deskDb().comment.create({ data: { id, threadId, staffId, text: "Ah.", createdAt: new Date() } });
      return commented(id);
    };
    const [edited, removed] = [await aComment(), await aComment()];
    if (edits !== "notFound") {
      const { comments } = (await storyThreads(person, storyId))[0] ?? { comments: [] };
      expect(comments.find(({ id }) => id === edited.commentId)?.can).toEqual({
        edit: edits === "in",
        remove: removes === "in",
      });
    }
    expect(await faultOf(editComment(person, { ...edited, text: "Oh." }))).toBe(edits);
    expect(await faultOf(removeComment(person, removed))).toBe(removes);
  });

  it("nobody whose story became confidential to them", async () => {
    const { storyId, threadId } = await aTalk();
    const { commentId } = await replyToThread(other, reply(threadId));
    await deskDb().story.update({ where: { id: storyId }, data: { confidential: true } });
    expect(await faultOf(editComment(other, { ...commented(commentId), text: "Oh." }))).toBe("notFound");
    expect(await faultOf(removeComment(other, commented(commentId)))).toBe("notFound");
  });
});

it.each(lineNames)(
  "a comment on words of the %s is in no list, no revision and nothing that readers get",
  async (part) => {
    const lines = { kicker: "Border", standfirst: "Winter is early.", teaser: "Closed for days." };
    const headline = `Snow closes the ${part}`;
    const { storyId, version } = await aStory({ by: author, headline, lines });
    const thread = about(storyId, { quote: "Snow" });
    await startThread(editor, thread);
    await markedWords(storyId, thread.threadId, 4, part);
    expect(await deskStory(editor, storyId)).toMatchObject({ headline });
    const { address, revisionId } = await publishStory(editor, { storyId, version, seq: 1 });
    const live = await publishedStory(address.replace("/stories/", ""));
    const revision = await deskDb().revision.findUniqueOrThrow({ where: { id: revisionId } });
    expect(revision).toMatchObject({ ...lines, headline });
    expect(live).toMatchObject({ headline, kicker: "Border", standfirst: "Winter is early." });
    expect(JSON.stringify([live, revision])).not.toContain(thread.threadId);
  },
);
