import { beforeAll, describe, expect, it } from "vitest";
import { deskDb } from "#lib/db/desk";
import { roles, type StaffActor } from "../kernel/actor.ts";
import { newId } from "../kernel/ids.ts";
import { roleTable } from "../people/roles.ts";
import { aNewsroom, aPerson, aTag } from "../stories/testing.ts";
import { createTag } from "./commands.ts";
import { suggestTags } from "./queries.ts";
import { TagKind } from "./schema.ts";

let editor: StaffActor;
beforeAll(async () => {
  await aNewsroom();
  editor = await aPerson("editor");
});

describe("a new tag", () => {
  it("has a kind and an address made from its name, in any alphabet", async () => {
    for (const kind of TagKind.options) {
      const id = newId();
      const made = await createTag(editor, { id, name: `Чүй ${kind}`, kind });
      expect(made).toEqual({ id, name: `Чүй ${kind}`, kind, slug: `chuy-${kind}` });
    }
    expect(await createTag(editor, { id: newId(), name: "  Naryn \n river " })).toMatchObject({
      name: "Naryn river",
      kind: "topic",
    });
  });

  it("is the one of that name that is there, also when two people type it at once", async () => {
    const make = (name: string) => createTag(editor, { id: newId(), name });
    const answers = await Promise.all([make("Mountain posts"), make("mountain posts"), make("MOUNTAIN POSTS")]);
    expect(new Set(answers.map(({ id }) => id)).size).toBe(1);
    expect(await deskDb().tag.count({ where: { slug: { startsWith: "mountain-posts" } } })).toBe(1);
  });

  it("is another one where a sign of its name could stand for any letter", async () => {
    const [letters, signs] = [await aTag("Cost of 1005 som"), await aTag("Cost of 100_ som")];
    expect(signs).not.toBe(letters);
    expect(await aTag("Cost of 100_ SOM")).toBe(signs);
    expect(await aTag("Either\\or\\")).toBe(await aTag("either\\OR\\"));
  });

  it("gets the next address where another name has taken its own", async () => {
    await aTag("Ak-Suu");
    expect(await createTag(editor, { id: newId(), name: "Ак Суу" })).toMatchObject({ slug: "ak-suu-2" });
  });

  it.each(["", " \n ", "漢字", "a\u0000b", "a\ud800", "x".repeat(81)])("is not made of %j", async (name) => {
    await expect(createTag(editor, { id: newId(), name })).rejects.toMatchObject({ fault: "invalid" });
  });

  it.each(roles)("by the role %s: as the table says", async (role) => {
    const making = createTag(await aPerson(role), { id: newId(), name: `Of ${role}` });
    if (roleTable["tag.manage"][role] === "any") await expect(making).resolves.toMatchObject({ slug: `of-${role}` });
    else await expect(making).rejects.toMatchObject({ fault: "forbidden" });
  });
});

describe("tags by typing", () => {
  const names = async (typed: string) => (await suggestTags(editor, typed)).map(({ name }) => name);

  it("come with those that begin so first, in either case, and no sign stands for another", async () => {
    for (const name of ["Border trade", "The border", "100% wool"]) await aTag(name);
    expect(await names(" BORDER ")).toEqual(["Border trade", "The border"]);
    expect(await names("0%")).toEqual(["100% wool"]);
    expect(await names("%")).toEqual(["100% wool"]);
    expect(await names("_")).toEqual(["Cost of 100_ som"]);
  });

  it.each(["", "\u0000", "\ud800"])("are the newest for %j", async (typed) => {
    await aTag(`Newest for ${JSON.stringify(typed)}`);
    expect((await names(typed))[0]).toBe(`Newest for ${JSON.stringify(typed)}`);
  });
});
