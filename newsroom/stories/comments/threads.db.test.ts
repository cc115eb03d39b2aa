import { beforeAll, describe, expect, it } from "vitest";
import { deskDb } from "#lib/db/desk";
import type { StaffActor } from "../../kernel/actor.ts";
import { newId } from "../../kernel/ids.ts";
import { faultOf } from "../../people/testing.ts";
import { publishStory } from "../commands/publish-story.ts";
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

describe("a thread", () => {
  it("begins about words, goes on, is settled and taken up again", async () => {
    const { storyId } = await aStory({ by: author });
    const first = about(storyId);
    await startThread(editor, first);
    await replyToThread(author, reply(first.threadId));
    expect(await onlyThread(author, storyId)).toMatchObject({
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
    expect(await onlyThread(author, storyId)).toMatchObject({ version: 3, resolved: { by: "Timur" } });
    await reopenThread(author, { threadId: first.threadId, version: 3 });
    expect(await onlyThread(author, storyId)).toMatchObject({ version: 4, resolved: null });
  });

  it("is not settled over a comment that one has not read", async () => {
    const { storyId } = await aStory({ by: author });
    const first = about(storyId);
    await startThread(editor, first);
    await replyToThread(author, reply(first.threadId));
    expect(await faultOf(resolveThread(editor, { threadId: first.threadId, version: 1 }))).toBe("conflict");
    expect(await onlyThread(editor, storyId)).toMatchObject({ resolved: null });
  });

  it("stands once, however often it is sent, and its id is nobody else's", async () => {
    const [{ storyId }, { storyId: another }] = [await aStory({ by: author }), await aStory({ by: author })];
    const first = about(storyId);
    const answer = reply(first.threadId);
    for (const _ of [1, 2]) await startThread(editor, first);
    for (const _ of [1, 2]) await replyToThread(author, answer);
    expect((await onlyThread(editor, storyId)).comments).toHaveLength(2);
    expect(await faultOf(startThread(editor, { ...about(another), threadId: first.threadId }))).toBe("conflict");
    for (const _ of [1, 2]) await resolveThread(editor, { threadId: first.threadId, version: 2 });
    expect(await onlyThread(editor, storyId)).toMatchObject({ version: 3 });
  });

  it("has no words in the text if it was begun by who may not write there, or quotes none", async () => {
    const { storyId } = await aStory({ by: author });
    await startThread(other, about(storyId));
    expect(await onlyThread(author, storyId)).toMatchObject({ isAnchored: false, quote: "Lorries wait" });
    const { storyId: whole } = await aStory({ by: author });
    await startThread(author, about(whole, { quote: "" }));
    expect(await onlyThread(author, whole)).toMatchObject({ isAnchored: false });
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
    if (outcome === "in") expect((await onlyThread(author, storyId)).comments[0]?.text).toBe(text);
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
    expect(await onlyThread(called, storyId)).toMatchObject({ callsMe: true });
    expect(await onlyThread(editor, storyId)).toMatchObject({ callsMe: false });
    await seeMentions(editor, { storyId });
    expect(await ownMentions(called)).toHaveLength(1);
    await seeMentions(called, { storyId });
    expect(await ownMentions(called)).toEqual([]);
    expect(await onlyThread(called, storyId)).toMatchObject({ callsMe: false });
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
