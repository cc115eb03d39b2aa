import { beforeAll, describe, expect, it } from "vitest";
import { deskDb } from "#lib/db/desk";
import { aNewsroom, aPerson, theProgram } from "../stories/testing.ts";
import { changeSettings, foundNewsroom } from "./commands.ts";
import { newsroomSettings } from "./queries.ts";

beforeAll(() => aNewsroom());

const generation = async () => (await deskDb().newsroom.findUniqueOrThrow({ where: { id: 1 } })).generation;

describe("the newsroom's settings", () => {
  it("are founded once: a later start changes nothing, and nobody at the desk can", async () => {
    await foundNewsroom(theProgram, { name: "Another", zone: "UTC", language: "ru" });
    expect(await newsroomSettings()).toMatchObject({ name: "The Test Paper", zone: "Asia/Bishkek", language: "en" });
    const admin = await aPerson("admin");
    await expect(foundNewsroom(admin, { name: "Mine", zone: "UTC", language: "en" })).rejects.toMatchObject({
      fault: "forbidden",
    });
  });

  it("are changed by admins alone, on their version, and every page is old then", async () => {
    const before = await generation();
    const { version } = await newsroomSettings();
    await expect(changeSettings(await aPerson("editor"), { version, changes: { name: "Mine" } })).rejects.toMatchObject(
      { fault: "forbidden" },
    );
    const admin = await aPerson("admin");
    await changeSettings(admin, { version, changes: { name: "The Mountain Post", languages: ["ky", "ru"] } });
    expect(await newsroomSettings()).toMatchObject({ name: "The Mountain Post", languages: ["en", "ky", "ru"] });
    expect(await generation()).toBe(before + 1);
    await expect(changeSettings(admin, { version, changes: { name: "Late" } })).rejects.toMatchObject({
      fault: "conflict",
    });
  });

  it.each([{ name: " " }, { zone: "Asia/Atlantis" }, { languages: [] }, { languages: ["Kyrgyz!"] }])(
    "refuse %j",
    async (changes) => {
      const { version } = await newsroomSettings();
      await expect(changeSettings(theProgram, { version, changes })).rejects.toMatchObject({ fault: "invalid" });
    },
  );
});
