import { beforeEach, describe, expect, it } from "vitest";
import { deskDb } from "#lib/db/desk";
import { roles } from "../kernel/actor.ts";
import { newId } from "../kernel/ids.ts";
import { changeProfile } from "./commands/change-profile.ts";
import { createProfile } from "./commands/create-profile.ts";
import { removeProfile } from "./commands/remove-profile.ts";
import { profiles } from "./queries.ts";
import { aProfile, aStaff } from "./testing.ts";

beforeEach(async () => {
  await deskDb().profile.deleteMany({});
  await deskDb().liveProfile.deleteMany({});
});

const anEditor = async () => (await aStaff({ role: "editor" })).actor;

describe("a new profile", () => {
  it("has an address made from the name, in any alphabet", async () => {
    const editor = await anEditor();
    expect(await createProfile(editor, { id: newId(), name: "Гүлнара Өмүрзакова" })).toMatchObject({
      slug: "gulnara-omurzakova",
    });
    expect(await createProfile(editor, { id: newId(), name: "Gulnara Omurzakova" })).toMatchObject({
      slug: "gulnara-omurzakova-2",
    });
    expect(await createProfile(editor, { id: newId(), name: "张" })).toMatchObject({ slug: "author" });
  });

  it("takes an address that is free, and says where one is not", async () => {
    const editor = await anEditor();
    const wish = { name: "Aida", slug: "aida" };
    await createProfile(editor, { id: newId(), ...wish });
    await expect(createProfile(editor, { id: newId(), ...wish })).rejects.toMatchObject({ issues: [{ path: "slug" }] });
    for (const slug of ["Aida", "a--b", "a/b", "-a"]) {
      const asked = createProfile(editor, { id: newId(), name: "Aida", slug });
      await expect(asked).rejects.toMatchObject({ issues: [{ path: "slug" }] });
    }
  });

  it("belongs to one person at most", async () => {
    const editor = await anEditor();
    const { id: staffId } = await aStaff();
    await createProfile(editor, { id: newId(), name: "Aida", staffId });
    for (const wrong of [staffId, newId()]) {
      const asked = createProfile(editor, { id: newId(), name: "Bek", staffId: wrong });
      await expect(asked).rejects.toMatchObject({ issues: [{ path: "staffId" }] });
    }
  });

  it("is made by editors and admins only", async () => {
    const answers = await Promise.all(
      roles.map(async (role) =>
        createProfile((await aStaff({ role })).actor, { id: newId(), name: role }).then(
          () => "yes",
          ({ fault }) => fault,
        ),
      ),
    );
    expect(answers).toEqual(["forbidden", "forbidden", "yes", "yes"]);
  });
});

describe("changing a profile", () => {
  it("changes what is given and nothing else, and says which", async () => {
    const editor = await anEditor();
    const { id: profileId } = await aProfile("Aida Bekova");
    await changeProfile(editor, { profileId, version: 1, changes: { bio: "  Reports from Osh.  " } });
    expect(await deskDb().profile.findUnique({ where: { id: profileId } })).toMatchObject({
      name: "Aida Bekova",
      bio: "Reports from Osh.",
      version: 2,
    });
    await changeProfile(editor, { profileId, version: 2, changes: { bio: "" } });
    expect(await deskDb().profile.findUnique({ where: { id: profileId } })).toMatchObject({ bio: null });
    expect(await deskDb().event.findFirst({ where: { type: "profile.changed", subject: profileId } })).toMatchObject({
      payload: { fields: ["bio"] },
    });
  });

  it("is refused on what somebody else changed, and for what is not there", async () => {
    const editor = await anEditor();
    const { id: profileId } = await aProfile();
    const rename = { profileId, version: 1, changes: { name: "Aida B." } };
    await changeProfile(editor, rename);
    await expect(changeProfile(editor, rename)).rejects.toMatchObject({ fault: "conflict", detail: { version: 2 } });
    await expect(changeProfile(editor, { ...rename, profileId: newId() })).rejects.toMatchObject({ fault: "notFound" });
  });

  it("moves the address while readers do not have it", async () => {
    const editor = await anEditor();
    const { id: profileId, slug } = await aProfile();
    const move = { profileId, version: 1, changes: { slug: "aida" } };
    await deskDb().liveProfile.create({ data: { slug, name: "Aida Bekova" } });
    await expect(changeProfile(editor, move)).rejects.toMatchObject({ issues: [{ path: "slug" }] });
    await deskDb().liveProfile.deleteMany({});
    expect(await changeProfile(editor, move)).toEqual({ version: 2, slug: "aida" });
  });

  it("is for editors and admins", async () => {
    const author = await aStaff();
    const { id: profileId } = await aProfile("Aida", author.id);
    const asked = changeProfile(author.actor, { profileId, version: 1, changes: { name: "A" } });
    await expect(asked).rejects.toMatchObject({ fault: "forbidden" });
  });
});

describe("removing a profile", () => {
  it("takes out one that no byline names, once", async () => {
    const editor = await anEditor();
    const { id: profileId } = await aProfile("By mistake");
    await expect(removeProfile(editor, { profileId, version: 2 })).rejects.toMatchObject({ fault: "conflict" });
    await removeProfile(editor, { profileId, version: 1 });
    await expect(removeProfile(editor, { profileId, version: 1 })).rejects.toMatchObject({ fault: "notFound" });
    expect(await deskDb().event.count({ where: { type: "profile.removed", subject: profileId } })).toBe(1);
  });
});

it("lists profiles by name for every desk", async () => {
  const { actor } = await aStaff({ role: "contributor" });
  await aProfile("Zarina Usmanova");
  await aProfile("Bakyt Toktosunov");
  expect((await profiles(actor)).map(({ name }) => name)).toEqual(["Bakyt Toktosunov", "Zarina Usmanova"]);
});
