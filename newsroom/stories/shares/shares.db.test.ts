import { beforeAll, describe, expect, it } from "vitest";
import { deskDb } from "#lib/db/desk";
import { plainText } from "../../body/text.ts";
import { roles, type StaffActor } from "../../kernel/actor.ts";
import { newId } from "../../kernel/ids.ts";
import { seeMentions } from "../../notifications/commands/see-mentions.ts";
import { ownNotifications } from "../../notifications/queries.ts";
import { changeRole } from "../../people/commands/change-role.ts";
import { deactivateStaff } from "../../people/commands/deactivate-staff.ts";
import { reactivateStaff } from "../../people/commands/reactivate-staff.ts";
import { roleTable } from "../../people/roles.ts";
import { nextActions } from "../../planning/next-action-queries.ts";
import { publicationOf } from "../../workflow/publication.ts";
import { commentByLink } from "../commands/comment-by-link.ts";
import { confideStory } from "../commands/confide-story.ts";
import { directStory } from "../commands/direct-story.ts";
import { killStory } from "../commands/kill-story.ts";
import { publishStory } from "../commands/publish-story.ts";
import { replyToThread } from "../commands/reply-to-thread.ts";
import { revokeShare } from "../commands/revoke-share.ts";
import { setEmbargo } from "../commands/set-embargo.ts";
import { shareStory } from "../commands/share-story.ts";
import { startThread } from "../commands/start-thread.ts";
import { ownMentions, storyThreads } from "../comments/comment-queries.ts";
import { aLibraryPicture, aNewsroom, aPerson, aStory, theProgram, typed } from "../testing.ts";
import { isPictureShared, sharedStory, storyShares } from "./share-queries.ts";
import { mayBeShownOutside } from "./shares.ts";

let editor: StaffActor;
beforeAll(async () => {
  await aNewsroom();
  editor = await aPerson("editor", "Aigul");
});

const wanted = { recipient: "Roza Otunbaeva", days: 7, mayComment: true, follows: false };
const now = new Date();
const later = (days: number) => new Date(now.getTime() + days * 24 * 60 * 60 * 1000);
const shared = async (wishes: Partial<typeof wanted> = {}) => {
  const story = await aStory({ text: "Lorries wait." });
  const { path, shareId } = await shareStory(editor, { ...story, ...wanted, ...wishes }, { now });
  return { story, shareId, token: path.replace("/preview/", "") };
};
const seen = async (token: string, at = now, network = newId()) => sharedStory(token, network, at);
const told = async (person: StaffActor, storyId: string) =>
  (await ownNotifications(person)).notifications
    .filter(({ path }) => path.includes(storyId))
    .map(({ words, path }) => [words, path]);
const textIn = async (token: string) => {
  const view = await seen(token);
  return view?.state === "shown" ? plainText(view.story.body) : view;
};

describe("a story that is shown to somebody outside", () => {
  it("stands there as it was when the link was made, or follows what is written", async () => {
    const [fixed, following] = [await shared(), await shared({ follows: true })];
    for (const { story } of [fixed, following]) await typed(story.storyId, "The pass opened.");
    expect(await textIn(fixed.token)).toBe("Lorries wait.");
    expect(await textIn(following.token)).toBe("Lorries wait.\nThe pass opened.");
    expect(await storyShares(editor, fixed.story.storyId)).toMatchObject([
      { recipient: "Roza Otunbaeva", by: "Aigul", opens: 1, follows: false, lastOpenedAt: now },
    ]);
    expect(
      await deskDb().revision.findMany({
        where: { storyId: fixed.story.storyId, kind: "checkpoint" },
        select: { name: true, kind: true },
      }),
    ).toEqual([{ name: "Shown to Roza Otunbaeva", kind: "checkpoint" }]);
  });

  it("is not there once the link has ended or was revoked, nor for any other token", async () => {
    const { token, shareId } = await shared({ days: 1 });
    expect(await seen(token, later(0.99))).toMatchObject({ state: "shown" });
    expect(await seen(token, later(1))).toBeNull();
    await revokeShare(editor, { shareId });
    await revokeShare(editor, { shareId });
    expect(await seen(token)).toBeNull();
    for (const other of ["", "x", token.slice(1), `${token}x`]) expect(await seen(other)).toBeNull();
    expect(
      await deskDb().event.count({ where: { type: "share.revoked", payload: { path: ["shareId"], equals: shareId } } }),
    ).toBe(1);
  });

  it("is not there once it is killed or in the trash", async () => {
    const { story, token } = await shared();
    const { version } = await publishStory(editor, story);
    expect(await seen(token)).toMatchObject({ state: "shown" });
    await killStory(editor, { storyId: story.storyId, version, reason: "false" });
    expect(await seen(token)).toBeNull();
    await expect(shareStory(editor, { ...story, version: version + 1, ...wanted })).rejects.toMatchObject({
      fault: "conflict",
    });

    const spiked = await shared();
    await deskDb().story.update({ where: { id: spiked.story.storyId }, data: { spikedAt: now } });
    expect(await seen(spiked.token)).toBeNull();
  });

  it("gives nothing of itself before its embargo ends", async () => {
    const { story, token } = await shared();
    await setEmbargo(editor, { storyId: story.storyId, version: story.version, until: later(2).toISOString() });
    expect(await seen(token)).toEqual({ state: "embargo", recipient: "Roza Otunbaeva", until: later(2) });
    expect(await seen(token, later(2))).toMatchObject({ state: "shown" });
  });

  it("answers who has tried too many tokens that it is enough; a link that works works for them too", async () => {
    const { token } = await shared();
    const network = newId();
    for (let n = 0; n < 25; n++) {
      expect(await seen(newId(), now, network)).toBeNull();
      expect(await isPictureShared(newId(), newId(), network, now)).toBe(false);
    }
    await expect(seen(newId(), now, network)).rejects.toMatchObject({ fault: "tooMany" });
    await expect(isPictureShared(newId(), newId(), network, now)).rejects.toMatchObject({ fault: "tooMany" });
    expect(await seen(token, now, network)).toMatchObject({ state: "shown" });
    expect(await seen(newId(), now)).toBeNull();
  });

  it("keeps no token, and none in the trail", async () => {
    const { token, shareId } = await shared();
    const rows = JSON.stringify(
      [
        await deskDb().shareLink.findMany({ where: { id: shareId } }),
        await deskDb().event.findMany({ where: { type: "share.made" } }),
      ],
      (_, value) => (typeof value === "bigint" ? String(value) : value),
    );
    expect(rows).not.toContain(token);
  });
});

describe("a link rests while its maker", () => {
  /** Another's story, and a link to it by whom it is assigned to. */
  async function sharedByAssignee() {
    const [maker, pictureId] = [await aPerson("author", "Timur"), await aLibraryPicture()];
    const leadImage = { pictureId, altText: "Snow", caption: "The pass.", credit: "Aida Bekova" };
    const { storyId } = await aStory({ by: editor, leadImage });
    const { version } = await directStory(editor, { storyId, version: 1, changes: { assigneeId: maker.id } });
    const { path } = await shareStory(maker, { storyId, version, seq: 0, ...wanted, follows: true }, { now });
    const token = path.replace("/preview/", "");
    const works = async () => [
      (await seen(token))?.state === "shown",
      await isPictureShared(token, pictureId, newId(), now),
      await commentByLink({ token, commentId: newId(), text: "So?" }, now).then(
        () => true,
        () => false,
      ),
      (await storyShares(editor, storyId)).map(({ rests }) => !rests)[0],
    ];
    return { maker, storyId, version, works };
  }
  const [open, shut] = [Array(4).fill(true), Array(4).fill(false)];

  it("does not work here, and opens again when they are back", async () => {
    const { maker, works } = await sharedByAssignee();
    expect(await works()).toEqual(open);
    const { version } = await deactivateStaff(theProgram, { staffId: maker.id, version: 1 });
    expect(await works()).toEqual(shut);
    await reactivateStaff(theProgram, { staffId: maker.id, version });
    expect(await works()).toEqual(open);
  });

  it("may not show the story: it is somebody else's now, or their role does not let them", async () => {
    const unassigned = await sharedByAssignee();
    const { storyId, version } = unassigned;
    await directStory(editor, { storyId, version, changes: { assigneeId: null } });
    expect(await unassigned.works()).toEqual(shut);
    const demoted = await sharedByAssignee();
    await changeRole(theProgram, { staffId: demoted.maker.id, version: 1, role: "contributor" });
    expect(await demoted.works()).toEqual(shut);
  });

  it("is not counted among those that are open when the story becomes confidential", async () => {
    const { storyId, version } = await sharedByAssignee();
    const { version: next } = await directStory(editor, { storyId, version, changes: { assigneeId: null } });
    const { links } = await confideStory(editor, { storyId, version: next, confidential: true });
    expect(links).toEqual({ revoked: 1, open: 0 });
  });
});

it.each([
  [{ publication: "unpublished", withdrawnHow: null }, true],
  [{ publication: "live", withdrawnHow: null }, true],
  [{ publication: "retracted", withdrawnHow: null }, false],
  [{ publication: "withdrawn", withdrawnHow: "unpublished" }, true],
  [{ publication: "withdrawn", withdrawnHow: "killed" }, false],
  [{ publication: "withdrawn", withdrawnHow: "legal" }, false],
] as const)("a story that is %j may be shown outside: %s", async (state, may) => {
  const row = { ...state, publicationAt: now, withdrawnBecause: null };
  expect(mayBeShownOutside(publicationOf(row))).toBe(may);
  const { story, token } = await shared();
  await deskDb().story.update({ where: { id: story.storyId }, data: row });
  expect((await seen(token)) !== null).toBe(may);
  const share = shareStory(editor, { ...story, ...wanted });
  if (may) await expect(share).resolves.toMatchObject({});
  else await expect(share).rejects.toMatchObject({ fault: "conflict" });
});

describe("making a link", () => {
  it.each(roles)("is for the role %s as the table says", async (role) => {
    const person = await aPerson(role);
    const story = await aStory({ by: person });
    const share = shareStory(person, { ...story, ...wanted });
    if (roleTable["story.share"][role] === "no") {
      await expect(share).rejects.toMatchObject({ fault: "forbidden" });
      await expect(storyShares(person, story.storyId)).rejects.toMatchObject({ fault: "forbidden" });
    } else await expect(share).resolves.toMatchObject({ path: expect.stringMatching(/^\/preview\/[\w-]{43}$/) });
  });

  it.each([{ recipient: " " }, { days: 0 }, { days: 31 }, { days: 1.5 }])("is refused for %j", async (wishes) => {
    const story = await aStory();
    await expect(shareStory(editor, { ...story, ...wanted, ...wishes })).rejects.toMatchObject({ fault: "invalid" });
  });

  it("is refused when the text or the story has moved on", async () => {
    const story = await aStory();
    await typed(story.storyId, "More.");
    await expect(shareStory(editor, { ...story, ...wanted })).rejects.toMatchObject({ fault: "conflict" });
    await expect(shareStory(editor, { ...story, version: 9, seq: 1, ...wanted })).rejects.toMatchObject({
      fault: "conflict",
    });
  });
});

describe("comments by link", () => {
  it("stand beside the text under their name; they see theirs and the answers, and nothing else", async () => {
    const { story, token } = await shared();
    const { storyId } = story;
    await startThread(editor, {
      storyId,
      threadId: newId(),
      commentId: newId(),
      quote: "",
      isAnchored: false,
      text: "Do not trust her.",
    });
    await commentByLink({ token, commentId: newId(), quote: "Lorries wait", text: "Forty,\nnot four." }, now);
    const threads = await storyThreads(editor, storyId);
    const theirs = threads.find(({ quote }) => quote === "Lorries wait");
    expect(theirs?.comments).toMatchObject([{ by: null, guest: "Roza Otunbaeva", text: "Forty,\nnot four." }]);
    await replyToThread(editor, { threadId: theirs?.id ?? "", commentId: newId(), text: `@{${editor.id}} thanks.` });
    expect(await seen(token)).toMatchObject({
      threads: [
        {
          quote: "Lorries wait",
          said: [
            { by: "Roza Otunbaeva", isTheirs: true },
            { by: "The newsroom", text: "thanks.", isTheirs: false },
          ],
        },
      ],
    });
    expect(await deskDb().event.findFirst({ where: { subject: storyId, actorKind: "guest" } })).toMatchObject({
      type: "comment.started",
      actorName: "Roza Otunbaeva",
    });
  });

  it("call who made the link and who has the story, until they have looked", async () => {
    const [writer, other] = [await aPerson("author"), await aPerson("editor")];
    const { story, token } = await shared();
    await deskDb().story.update({ where: { id: story.storyId }, data: { assigneeId: writer.id } });
    const commentId = newId();
    await commentByLink({ token, commentId, text: "Forty, not four." }, now);
    for (const person of [editor, writer]) {
      const { actions } = await nextActions(person, now);
      expect(actions.filter(({ kind, story: { id } }) => kind === "answer" && id === story.storyId)).toMatchObject([
        { threadId: commentId, said: { by: "Roza Otunbaeva", words: "Forty, not four." } },
      ]);
      expect(await told(person, story.storyId)).toEqual([
        ["Somebody outside commented on", `/desk/stories/${story.storyId}?thread=${commentId}`],
      ]);
    }
    expect(await told(other, story.storyId)).toEqual([]);
    await seeMentions(writer, { storyId: story.storyId });
    expect(await ownMentions(writer)).toEqual([]);
  });

  it("are refused where one may only read, through a dead link, and without words", async () => {
    const [reading, dead, open] = [await shared({ mayComment: false }), await shared(), await shared()];
    await revokeShare(editor, { shareId: dead.shareId });
    const say = (token: string, text = "So?") => commentByLink({ token, commentId: newId(), text }, now);
    await expect(say(reading.token)).rejects.toMatchObject({ fault: "forbidden" });
    await expect(say(dead.token)).rejects.toMatchObject({ fault: "notFound" });
    await expect(say(open.token, " \n ")).rejects.toMatchObject({ fault: "invalid" });
    await expect(say(open.token, "x".repeat(4_001))).rejects.toMatchObject({ fault: "invalid" });
  });

  it("are refused under an embargo, from a page that was opened before it too, and taken after its end", async () => {
    const { story, token } = await shared();
    await setEmbargo(editor, { storyId: story.storyId, version: story.version, until: later(1).toISOString() });
    const say = (at: Date) => commentByLink({ token, commentId: newId(), quote: "Lorries wait", text: "So?" }, at);
    await expect(say(now)).rejects.toMatchObject({ fault: "conflict", message: /under embargo/ });
    expect(await storyThreads(editor, story.storyId)).toEqual([]);
    await say(later(1));
    expect(await storyThreads(editor, story.storyId)).toHaveLength(1);
  });

  it("are thirty an hour through one link", async () => {
    const { token } = await shared();
    for (let n = 0; n < 30; n++) await commentByLink({ token, commentId: newId(), text: String(n) }, now);
    await expect(commentByLink({ token, commentId: newId(), text: "31" }, now)).rejects.toMatchObject({
      fault: "tooMany",
    });
  });
});
