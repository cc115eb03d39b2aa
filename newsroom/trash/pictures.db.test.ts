import { beforeAll, describe, expect, it } from "vitest";
import { deskDb } from "#lib/db/desk";
import { faultOf } from "../people/testing.ts";
import { discardPicture } from "../stories/commands/discard-picture.ts";
import { removePicture } from "../stories/commands/remove-picture.ts";
import { restorePicture } from "../stories/commands/restore-picture.ts";
import { aLibraryPicture, aNewsroom, aPerson, aStory, theProgram } from "../stories/testing.ts";
import { removeOldTrash } from "./jobs.ts";
import { picturesRestorableBy, trash } from "./queries.ts";
import { days, now } from "./testing.ts";

beforeAll(async () => {
  await aNewsroom();
});

describe("a removed picture", () => {
  const removedPicture = async (by: Parameters<typeof aLibraryPicture>[0], wishes = {}, at = now) => {
    const pictureId = await aLibraryPicture(by, wishes);
    await removePicture(theProgram, { pictureId, version: 1 }, { now: at });
    return pictureId;
  };

  it("lies in the trash with who removed it and when, until it is restored", async () => {
    const editor = await aPerson("editor", "Gulnara Sydykova");
    const pictureId = await aLibraryPicture();
    await removePicture(editor, { pictureId, version: 1 }, { now });
    const found = async () => (await trash(editor, days(2))).pictures.find(({ id }) => id === pictureId);
    expect(await found()).toMatchObject({
      ...{ by: "Gulnara Sydykova", spikedAt: now, daysLeft: 28, width: 1_600 },
      ...{ altText: "Lorries in snow", caption: "The pass.", credit: "Aida Bekova" },
    });
    await restorePicture(editor, { pictureId });
    expect(await found()).toBeUndefined();
    expect(await deskDb().picture.findUnique({ where: { id: pictureId } })).toMatchObject({
      removedAt: null,
      removedById: null,
    });
  });

  it("is listed for those, and those only, who may restore it", async () => {
    const people = [
      await aPerson("contributor"),
      await aPerson("author"),
      await aPerson("editor"),
      await aPerson("admin"),
    ];
    for (const by of people) {
      await removedPicture(by);
      const { storyId } = await aStory({ by, confidential: true });
      await removedPicture(by, { storyId });
    }
    const { storyId } = await aStory({ confidential: true });
    await deskDb().storyCircle.create({ data: { storyId, staffId: (await aPerson("editor")).id } });
    await removedPicture(undefined, { storyId });
    const inLibrary = await aLibraryPicture();
    const all = await deskDb().picture.findMany({ where: { removedAt: { not: null } }, select: { id: true } });
    for (const actor of [...people, theProgram]) {
      const listed = await deskDb().picture.findMany({ where: picturesRestorableBy(actor), select: { id: true } });
      expect(listed.map(({ id }) => id)).not.toContain(inLibrary);
      const restored: string[] = [];
      for (const { id } of all)
        if ((await faultOf(restorePicture(actor, { pictureId: id }))) === "in") {
          restored.push(id);
          await deskDb().picture.update({ where: { id }, data: { removedAt: now } });
        }
      expect(listed.map(({ id }) => id).toSorted()).toEqual(restored.toSorted());
    }
    expect((await trash(people[0] ?? theProgram, now)).pictures).toHaveLength(2);
  });

  it("stands on the next page where there are more than one has room for", async () => {
    const author = await aPerson("author");
    const ids: string[] = [];
    for (let n = 0; n < 61; n++) ids.unshift(await removedPicture(author, {}, new Date(now.getTime() + n)));
    const first = await trash(author, now);
    const rest = await trash(author, now, { pictures: first.nextPictures ?? "" });
    expect([first, rest].flatMap(({ pictures }) => pictures.map(({ id }) => id))).toEqual(ids);
    expect([first.pictures.length, rest.nextPictures]).toEqual([60, null]);
    await deskDb().picture.deleteMany({ where: { id: { in: ids } } });
  });

  it("goes for good after 30 days, which the trail tells, but not from the top of a story", async () => {
    const [alone, atTop] = [await removedPicture(undefined), await aLibraryPicture()];
    await aStory({ leadImage: { pictureId: atTop, altText: "", caption: "", credit: "" } });
    await removePicture(theProgram, { pictureId: atTop, version: 1 }, { now });
    await removeOldTrash(days(29.9));
    expect(await deskDb().picture.count({ where: { id: alone } })).toBe(1);
    await expect(discardPicture(await aPerson("admin"), { pictureId: alone })).rejects.toMatchObject({
      fault: "forbidden",
    });
    await Promise.all([removeOldTrash(days(30)), removeOldTrash(days(30))]);
    expect(await deskDb().picture.count({ where: { id: alone } })).toBe(0);
    const events = await deskDb().event.findMany({ where: { subject: alone }, orderBy: { position: "asc" } });
    expect(events.map(({ type }) => type)).toEqual(["picture.added", "picture.removed", "picture.discarded"]);
    const kept = (await trash(theProgram, days(30))).pictures.find(({ id }) => id === atTop);
    expect(kept?.daysLeft).toBeNull();
  });
});
