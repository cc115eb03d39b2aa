import { beforeAll, describe, expect, it } from "vitest";
import { deskDb } from "#lib/db/desk";
import type { StaffActor } from "../../kernel/actor.ts";
import { newId } from "../../kernel/ids.ts";
import { faultOf } from "../../people/testing.ts";
import { editComment } from "../commands/edit-comment.ts";
import { removeComment } from "../commands/remove-comment.ts";
import { replyToThread } from "../commands/reply-to-thread.ts";
import { resolveThread } from "../commands/resolve-thread.ts";
import { seeMentions } from "../commands/see-mentions.ts";
import { startThread } from "../commands/start-thread.ts";
import { aNewsroom, aPerson, aStory, eventsOf } from "../testing.ts";
import { ownMentions, storyThreads } from "./comment-queries.ts";
import { about, onlyThread, reply } from "./testing.ts";

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
const shown = async (storyId: string) =>
  (await onlyThread(author, storyId)).comments.map(({ text, isRemoved }) => (isRemoved ? "(removed)" : text));

describe("a comment that is edited", () => {
  it("says so, once however often it is sent, and is announced without its words", async () => {
    const { storyId, threadId, ids } = await aTalk();
    const edit = { ...commented(ids[0]), text: "How many wolframite lorries?" };
    for (const _ of [1, 2]) await editComment(author, edit);
    expect((await onlyThread(author, storyId)).version).toBe(2);
    expect((await onlyThread(author, storyId)).comments).toMatchObject([
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
    expect((await onlyThread(author, storyId)).comments[0]).toMatchObject({ can: { edit: false, remove: false } });
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
