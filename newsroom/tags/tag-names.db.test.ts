import { beforeAll, describe, expect, it } from "vitest";
import { deskDb } from "#lib/db/desk";
import { roles, type StaffActor } from "../kernel/actor.ts";
import { newId } from "../kernel/ids.ts";
import { roleTable } from "../people/roles.ts";
import { publishStory } from "../stories/commands/publish-story.ts";
import { tagListing } from "../stories/published/lists.ts";
import { publishedStory } from "../stories/published.ts";
import { aNewsroom, aPerson, aStory, aTag } from "../stories/testing.ts";
import { changeTag, createTag, keepTagsApart } from "./commands.ts";
import { deskTag, deskTags, nearTags, suggestTags } from "./queries.ts";
import type { TagChanges } from "./schema.ts";

let editor: StaffActor;
let csto: string;
beforeAll(async () => {
  await aNewsroom();
  editor = await aPerson("editor");
  csto = await aTag("CSTO");
  await change(csto, {
    kind: "organisation",
    description: "A military alliance.",
    labels: [
      { language: "ru", name: "ОДКБ" },
      { language: "ky", name: "ЖККУ" },
    ],
    synonyms: ["Tashkent Treaty", "tashkent treaty", "北約"],
  });
});

const change = async (tagId: string, changes: TagChanges) => {
  const { version } = await deskDb().tag.findUniqueOrThrow({ where: { id: tagId } });
  return changeTag(editor, { tagId, version, changes });
};
const found = async (typed: string) =>
  (await suggestTags(editor, typed)).map(
    ({ name, also, isNear }) => `${isNear ? "~" : ""}${name}${also ? ` (${also})` : ""}`,
  );
const listed = async (search: string) =>
  (await deskTags(editor, { search, show: "all", page: 1 })).rows.map(({ name }) => name);

describe("a tag by all its names", () => {
  it.each([
    ["csto", ["CSTO"]],
    ["ОДКБ", ["CSTO (ОДКБ)"]],
    ["odkb", ["CSTO (ОДКБ)"]],
    ["ЖКК", ["CSTO (ЖККУ)"]],
    ["treaty", ["CSTO (Tashkent Treaty)"]],
    ["Ташкент", ["CSTO (Tashkent Treaty)"]],
    ["北", ["CSTO (北約)"]],
    ["Tashkant Treaty", ["~CSTO (Tashkent Treaty)"]],
    ["nothing like it", []],
  ])("is found for %j", async (typed, names) => {
    expect(await found(typed)).toEqual(names);
    expect(await listed(typed)).toEqual(names.map(() => "CSTO"));
  });

  it("offers near spellings after those that hold the words, in either alphabet", async () => {
    for (const name of ["Issyk-Kul", "Issyk-Kul regatta", "Ысык-Көл облусу"]) await aTag(name);
    expect(await found("Issyk Kul")).toEqual(["Issyk-Kul", "Issyk-Kul regatta"]);
    expect(await found("Ыссык-Куль")).toEqual(["~Issyk-Kul"]);
    expect(await found("issik kul")).toContain("~Issyk-Kul");
  });

  it("is answered for each of its names instead of a second one", async () => {
    for (const name of ["csto", "одкб", "ЖККУ", "TASHKENT TREATY"])
      expect(await createTag(editor, { id: newId(), name })).toMatchObject({ id: csto });
  });

  it("is shown to readers in the language of their story, synonyms never", async () => {
    const labels: [string, string, string][] = [
      ["en", "Alliance", "CSTO"],
      ["ru", "Союз", "ОДКБ"],
      ["ky", "Келишим", "ЖККУ"],
      ["ru-KG", "Договор", "ОДКБ"],
      ["uz", "Ittifoq", "CSTO"],
    ];
    for (const [language, headline, name] of labels) {
      await publishStory(
        editor,
        await aStory({ headline, language, tagIds: [csto], slug: `csto-${language.toLowerCase()}` }),
      );
      expect((await publishedStory(`csto-${language.toLowerCase()}`, language))?.tags).toMatchObject([
        { slug: "csto", name },
      ]);
    }
    expect((await tagListing("csto", 1))?.tag).toMatchObject({ name: "CSTO", kind: "organisation" });
    await change(csto, { labels: [{ language: "ru", name: "Организация Договора" }] });
    expect((await publishedStory("csto-ru", "ru"))?.tags).toMatchObject([{ name: "Организация Договора" }]);
    expect((await publishedStory("csto-ky", "ky"))?.tags).toMatchObject([{ name: "CSTO" }]);
    expect(JSON.stringify(await deskDb().liveTagLabel.findMany())).not.toContain("Tashkent");
  });
});

describe("a change of a tag", () => {
  it("keeps the address, is seen by readers, and says what it changed", async () => {
    const id = await aTag("Frunze");
    await publishStory(editor, await aStory({ headline: "In Frunze", tagIds: [id] }));
    expect(await change(id, { name: "Bishkek", kind: "place", description: " The capital. " })).toEqual({
      version: 2,
      slug: "frunze",
    });
    expect((await publishedStory("in-frunze"))?.tags).toEqual([{ slug: "frunze", name: "Bishkek", kind: "place" }]);
    expect(await deskTag(editor, id)).toMatchObject({ description: "The capital.", stories: 1, live: 1, merged: [] });
    const event = await deskDb().event.findFirstOrThrow({ where: { type: "tag.renamed", subject: id } });
    expect(event.payload).toEqual({ slug: "frunze", was: "frunze", fields: ["name", "kind", "description"] });
  });

  it("is refused on an older version, to a name that another has, to nothing, and for a tag that is not there", async () => {
    const id = await aTag("Batken");
    await change(id, { kind: "place" });
    await expect(changeTag(editor, { tagId: id, version: 1, changes: { kind: "topic" } })).rejects.toMatchObject({
      fault: "conflict",
      detail: { version: 2 },
    });
    await expect(change(id, { name: "csto" })).rejects.toMatchObject({ fault: "invalid", issues: [{ path: "name" }] });
    const bad: TagChanges[] = [
      {},
      { name: " " },
      { slug: "No Slug" },
      { labels: [{ language: "Kyrgyz", name: "x" }] },
      { labels: [{ language: "ky", name: "x" }, { language: "ky", name: "y" }] }, // biome-ignore format: one case a line
      { synonyms: Array.from({ length: 51 }, (_, n) => `No. ${n}`) },
    ];
    for (const changes of bad) await expect(change(id, changes)).rejects.toMatchObject({ fault: "invalid" });
    await expect(changeTag(editor, { tagId: newId(), version: 1, changes: { kind: "topic" } })).rejects.toMatchObject({
      fault: "notFound",
    });
    await change(id, { name: "BATKEN" });
  });

  it("of two at once happens once", async () => {
    const id = await aTag("Twice");
    const both = ["Twice A", "Twice B"].map((name) => changeTag(editor, { tagId: id, version: 1, changes: { name } }));
    expect((await Promise.allSettled(both)).filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  });

  it.each(roles)("by the role %s: as the table says", async (role) => {
    const person = await aPerson(role);
    const tagId = await aTag(`For ${role}`);
    const asks = [
      () => changeTag(person, { tagId, version: 1, changes: { kind: "place" } }),
      () => deskTags(person, { search: "", show: "all", page: 1 }),
      () => nearTags(person, 1),
      () => deskTag(person, tagId),
    ];
    for (const ask of asks)
      if (roleTable["tag.manage"][role] === "any") await ask();
      else await expect(ask()).rejects.toMatchObject({ fault: "forbidden" });
  });
});

describe("near names", () => {
  it("ask before a new tag is made, and only then", async () => {
    await aTag("Naryn river");
    const near = { id: newId(), name: "Нарын ривер", askIfNear: true };
    await expect(createTag(editor, near)).rejects.toMatchObject({
      fault: "conflict",
      detail: { near: [{ name: "Naryn river" }] },
    });
    expect(await createTag(editor, { ...near, askIfNear: false })).toMatchObject({ id: near.id });
  });

  it("are reported until somebody says that they are different, or one is renamed", async () => {
    const pairs = async () =>
      (await nearTags(editor, 1)).rows
        .map(({ one, other }) => [one.name, other.name].toSorted().join(" = "))
        .filter((pair) => /Osh/.test(pair));
    const [one, other] = [await aTag("Osh bazaar"), await aTag("Osh bazar")];
    expect(await pairs()).toEqual(["Osh bazaar = Osh bazar"]);
    await keepTagsApart(editor, { tagId: other, otherId: one });
    expect(await pairs()).toEqual([]);
    await change(other, { name: "Osh bazars" });
    expect(await pairs()).toEqual(["Osh bazaar = Osh bazars"]);
    await change(other, { name: "Something else" });
    expect(await pairs()).toEqual([]);
    await change(other, { synonyms: ["Oshbazaar"] });
    expect(await pairs()).toEqual(["Osh bazaar = Something else"]);
    await expect(keepTagsApart(editor, { tagId: one, otherId: newId() })).rejects.toMatchObject({ fault: "notFound" });
  });
});

describe("the list of tags", () => {
  it("is paged by name, narrowed by kind and to what nobody uses, with what each is used for", async () => {
    const all = await deskTags(editor, { search: "", show: "all", page: 1 });
    expect(all.total).toBe(await deskDb().tag.count({ where: { mergedIntoId: null } }));
    expect(all.rows.map(({ name }) => name)).toContain("CSTO");
    const organisations = await deskTags(editor, { search: "", kind: "organisation", show: "all", page: 1 });
    expect(organisations.rows).toMatchObject([
      { name: "CSTO", stories: 5, live: 5, synonyms: ["Tashkent Treaty", "北約"] },
    ]);
    expect(organisations.rows[0]?.lastUsedAt).toBeInstanceOf(Date);
    const unused = await deskTags(editor, { search: "", show: "unused", page: 1 });
    expect(unused.rows.every(({ stories, live, lastUsedAt }) => stories + live === 0 && lastUsedAt === null)).toBe(
      true,
    );
    expect(unused.total).toBe(all.total - 2);
    expect(await deskTags(editor, { search: "", show: "all", page: 99 })).toMatchObject({ rows: [], total: all.total });
  });
});
