import { beforeEach, describe, expect, it } from "vitest";
import { deskDb } from "#lib/db/desk";
import type { StaffActor } from "../kernel/actor.ts";
import { newId } from "../kernel/ids.ts";
import { confideStory } from "../stories/commands/confide-story.ts";
import { aNewsroom, aPerson, aStory, theProgram } from "../stories/testing.ts";
import { chooseNotifications } from "./commands/choose-notifications.ts";
import { seeMentions } from "./commands/see-mentions.ts";
import { seeNotifications } from "./commands/see-notifications.ts";
import { forgetOldNotifications } from "./jobs.ts";
import type { NotificationKind } from "./kinds.ts";
import { sendMails } from "./mailing.ts";
import { ownChoices, ownNotifications, unseenCount, unseenKinds } from "./queries.ts";
import { aMention, aPostbox, aReturned, HOUR, later, MINUTE, rowsOf, versionOf } from "./testing.ts";

let writer: StaffActor;
let editor: StaffActor;
let founded = false;
beforeEach(async () => {
  if (!founded) await aNewsroom();
  founded = true;
  await deskDb().notification.deleteMany();
  writer = await aPerson("author", "Aigul");
  editor = await aPerson("editor", "Timur");
});

describe("a choice", () => {
  const choose = (kind: NotificationKind, isShown: boolean, isMailed: boolean) =>
    chooseNotifications(writer, { kind, isShown, isMailed });

  it("stands until it is changed, and is nobody else's", async () => {
    await choose("return", false, true);
    await choose("return", true, false);
    const { email, choices } = await ownChoices(writer);
    expect(email).toBe(`${writer.id}@example.org`);
    expect(choices).toEqual([
      { kind: "mention", isShown: true, isMailed: true },
      { kind: "assignment", isShown: true, isMailed: true },
      { kind: "return", isShown: true, isMailed: false },
      { kind: "overdue", isShown: true, isMailed: true },
      { kind: "plan", isShown: true, isMailed: true },
      { kind: "trouble", isShown: true, isMailed: true },
    ]);
    expect((await ownChoices(editor)).choices[2]).toMatchObject({ isMailed: true });
  });

  it.each([
    [true, true, { rows: 1, listed: 1, mails: 1 }],
    [true, false, { rows: 1, listed: 1, mails: 0 }],
    [false, true, { rows: 1, listed: 0, mails: 1 }],
    [false, false, { rows: 0, listed: 0, mails: 0 }],
  ])("shown %s, mailed %s: %j", async (isShown, isMailed, expected) => {
    await choose("return", isShown, isMailed);
    await aReturned(writer, editor);
    const { mails, send } = aPostbox();
    await sendMails(later(2 * MINUTE), send);
    const listed = await unseenCount(writer);
    expect({ rows: (await rowsOf(writer)).length, listed, mails: mails.length }).toEqual(expected);
  });

  it("against mail holds what waits to go out", async () => {
    await aReturned(writer, editor);
    await choose("return", true, false);
    const { mails, send } = aPostbox();
    await sendMails(later(2 * MINUTE), send);
    expect(mails).toEqual([]);
  });
});

describe("what one has seen", () => {
  it("is counted no more: one, all up to an instant, or those about a story", async () => {
    const first = await aReturned(writer, editor);
    const second = await aReturned(writer, editor);
    const { storyId: third } = await aMention(writer, editor);
    expect(await unseenCount(writer)).toBe(3);
    const { notifications } = await ownNotifications(writer);
    const one = notifications.find(({ path }) => path.includes(first));
    await seeNotifications(editor, { notificationId: one?.id ?? "" });
    expect(await unseenCount(writer)).toBe(3);
    await seeNotifications(writer, { notificationId: one?.id ?? "" });
    expect(await unseenCount(writer)).toBe(2);
    expect(await unseenKinds(writer, second)).toEqual(["return"]);
    await seeNotifications(writer, { storyId: second, kinds: ["return", "assignment"] });
    expect(await unseenCount(writer)).toBe(1);
    await seeNotifications(writer, { upTo: later(-HOUR).toISOString() });
    expect(await unseenCount(writer)).toBe(1);
    await seeMentions(writer, { storyId: third });
    expect(await unseenCount(writer)).toBe(0);
    expect((await ownNotifications(writer)).notifications.map(({ isSeen }) => isSeen)).toEqual([true, true, true]);
  });

  it("goes on by pages, without those of stories that one may not read any more", async () => {
    const { storyId } = await aStory({ by: editor });
    const { storyId: secret } = await aStory({ by: editor });
    await deskDb().notification.createMany({
      data: Array.from({ length: 120 }, (_, at) => ({
        id: newId(),
        staffId: writer.id,
        kind: "overdue" as const,
        storyId: at === 0 ? secret : storyId,
        at: new Date(Date.UTC(2026, 10, 1, 0, at >> 1)),
        cause: `test:${at}`,
        isShown: true,
      })),
    });
    await confideStory(editor, { storyId: secret, version: await versionOf(secret), confidential: true, circle: [] });
    expect(await unseenCount(writer)).toBe(99);
    const seen: string[] = [];
    for (let cursor: string | null = ""; cursor !== null; ) {
      const page = await ownNotifications(writer, cursor);
      seen.push(...page.notifications.map(({ id }) => id));
      cursor = page.next;
    }
    expect([seen.length, new Set(seen).size]).toEqual([119, 119]);
  });

  it("is forgotten after 90 days", async () => {
    await aReturned(writer, editor);
    await forgetOldNotifications(later(89 * 24 * HOUR));
    expect(await rowsOf(writer)).toHaveLength(1);
    await forgetOldNotifications(later(91 * 24 * HOUR));
    expect(await rowsOf(writer)).toEqual([]);
  });
});

it("the program itself is told nothing", async () => {
  expect(await ownNotifications(theProgram)).toEqual({ notifications: [], next: null });
  expect(await unseenCount(theProgram)).toBe(0);
});
