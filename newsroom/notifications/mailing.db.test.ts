import { setTimeout as pause } from "node:timers/promises";
import { beforeEach, describe, expect, it } from "vitest";
import { deskDb } from "#lib/db/desk";
import { type Mail, MailFailed } from "#lib/mail/mail";
import type { Role, StaffActor } from "../kernel/actor.ts";
import { newId } from "../kernel/ids.ts";
import { spikeStory } from "../stories/commands/spike-story.ts";
import { aNewsroom, aPerson, aStory } from "../stories/testing.ts";
import { seeNotifications } from "./commands/see-notifications.ts";
import { sendLateTrouble, sendMails } from "./mailing.ts";
import { ownNotifications } from "./queries.ts";
import { aMention, announce, aPostbox, aReturned, HOUR, later, MINUTE, rowsOf, versionOf } from "./testing.ts";

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

describe("mail", () => {
  it("goes out a minute after the event, all that waits for one person in one, and never twice", async () => {
    await aReturned(writer, editor);
    await aMention(writer, editor);
    await aMention(editor, writer);
    const { mails, send } = aPostbox();
    await sendMails(later(30_000), send);
    expect(mails).toEqual([]);
    await Promise.all([sendMails(later(2 * MINUTE), send), sendMails(later(2 * MINUTE), send)]);
    await sendMails(later(3 * HOUR), send);
    expect(mails.map(({ to, subject }) => [to.split("@")[0], subject]).toSorted()).toEqual(
      [
        [writer.id, "2 notifications from The Test Paper"],
        [editor.id, "Aigul mentioned you in a comment on “Snow closes the pass”"],
      ].toSorted(),
    );
  });

  it("about trouble goes out from whoever watches, once nobody else has sent it for long, and never twice", async () => {
    await aReturned(writer, editor);
    const { storyId } = await aStory({ by: writer });
    const { mails, send } = aPostbox();
    await sendLateTrouble(later(HOUR), send);
    expect(mails).toEqual([]);
    const missing = { type: "proof.missing" as const, subject: storyId };
    await announce(editor, { ...missing, payload: { eventId: newId(), expects: "live", staffId: writer.id } });
    await deskDb().notification.deleteMany({ where: { kind: "trouble", staffId: { not: writer.id } } });
    await sendLateTrouble(later(MINUTE + 25_000), send);
    expect(mails).toEqual([]);
    const late = later(MINUTE + 40_000);
    await Promise.all([sendLateTrouble(late, send), sendLateTrouble(late, send)]);
    await sendMails(late, send);
    expect(mails.filter(({ text }) => text.includes("Readers do not see what was published"))).toHaveLength(1);
    expect(await rowsOf(writer)).toMatchObject([{ mailAt: null }, { mailAt: null }]);
  });

  it.each<[string, (storyId: string) => Promise<unknown>]>([
    ["was seen at the desk", (storyId) => seeNotifications(writer, { storyId, kinds: ["return"] })],
    [
      "is about a story that was spiked",
      async (storyId) => spikeStory(editor, { storyId, version: await versionOf(storyId), reason: "Twice." }),
    ],
    [
      "is for who was deactivated",
      () => deskDb().staff.update({ where: { id: writer.id }, data: { deactivatedAt: new Date() } }),
    ],
    [
      "is about a story that was closed to them",
      (storyId) =>
        deskDb().story.update({
          where: { id: storyId },
          data: { createdById: editor.id, confidential: true },
        }),
    ],
  ])("does not go out when it %s meanwhile", async (_what, happen) => {
    await happen(await aReturned(writer, editor));
    const { mails, send } = aPostbox();
    await sendMails(later(2 * MINUTE), send);
    expect(mails).toEqual([]);
    expect(await rowsOf(writer)).toMatchObject([{ mailAt: null, mailedAt: null }]);
  });

  it("says no name of a confidential story", async () => {
    const { storyId } = await aStory({ by: writer, confidential: true });
    await announce(editor, { type: "story.returned", subject: storyId, payload: {} });
    const { mails, send } = aPostbox();
    await sendMails(later(2 * MINUTE), send);
    expect(mails).toMatchObject([{ subject: "Timur returned to you a confidential story" }]);
  });

  it("that fails is tried again as the same mail, later each time, and at last its person is told why", async () => {
    await aReturned(writer, editor);
    const tried: { id: string; at: Date }[] = [];
    const refuse = async ({ id, at }: Mail) => {
      tried.push({ id, at });
      throw new MailFailed("550 No such person", false);
    };
    for (let at = later(2 * MINUTE); at < later(24 * HOUR); at = new Date(at.getTime() + MINUTE))
      await sendMails(at, refuse);
    expect(tried).toHaveLength(6);
    expect(new Set(tried.map(({ id }) => id)).size).toBe(1);
    expect((await ownNotifications(writer)).notifications).toMatchObject([{ mailFailure: "550 No such person" }]);
  });

  it("that failed is not joined by what came since, and says nothing of its failure once it went out", async () => {
    await aReturned(writer, editor);
    const away = async () => {
      throw new MailFailed("Nobody answers", true);
    };
    await sendMails(later(2 * MINUTE), away);
    await aReturned(writer, editor);
    expect((await ownNotifications(writer)).notifications).toMatchObject([
      { mailFailure: null },
      { mailFailure: null },
    ]);
    const { mails, send } = aPostbox();
    await sendMails(later(5 * MINUTE), send);
    expect(mails.map(({ subject }) => subject)).toEqual(Array(2).fill("Timur returned to you “Snow closes the pass”"));
    expect(await rowsOf(writer)).toMatchObject([{ mailFailure: null }, { mailFailure: null }]);
  });

  it("to a slow server leaves the rest to the next round, before the job that sends it is taken for dead", async () => {
    await aReturned(writer, editor);
    await aReturned(await aPerson("contributor" satisfies Role, "Zarina"), editor);
    const { mails, send } = aPostbox();
    const slowly = async (mail: Mail) => {
      await pause(30);
      return send(mail);
    };
    await sendMails(later(2 * MINUTE), slowly, 20);
    expect(mails).toHaveLength(1);
    await sendMails(later(2 * MINUTE), slowly, 20);
    expect(mails).toHaveLength(2);
  });

  it("that no server takes lets the others wait for the next round", async () => {
    await aReturned(writer, editor);
    await aReturned(await aPerson("contributor" satisfies Role, "Zarina"), editor);
    let tries = 0;
    const away = async () => {
      tries++;
      throw new MailFailed("Nobody answers", true);
    };
    await sendMails(later(2 * MINUTE), away);
    expect(tries).toBe(1);
    const { mails, send } = aPostbox();
    await sendMails(later(2 * MINUTE), send);
    expect(mails).toHaveLength(1);
  });

  it("over which the program died goes out again as the same mail", async () => {
    await aReturned(writer, editor);
    const ids: string[] = [];
    const die = async ({ id }: Mail) => {
      ids.push(id);
      throw new Error("killed");
    };
    await expect(sendMails(later(2 * MINUTE), die)).rejects.toThrow("killed");
    const { mails, send } = aPostbox();
    await sendMails(later(3 * MINUTE), send);
    expect(mails).toEqual([]);
    await sendMails(later(5 * MINUTE), send);
    expect(mails.map(({ id }) => id)).toEqual(ids);
  });

  it("over which the program died the last time is given up", async () => {
    await aReturned(writer, editor);
    await deskDb().notification.updateMany({ data: { mailTries: 6 } });
    const { mails, send } = aPostbox();
    await sendMails(later(HOUR), send);
    expect(mails).toEqual([]);
    expect(await rowsOf(writer)).toMatchObject([{ mailAt: null, mailFailure: "It was tried 6 times." }]);
  });
});
