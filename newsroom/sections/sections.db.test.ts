import { beforeAll, describe, expect, it } from "vitest";
import { newId } from "../kernel/ids.ts";
import { sectionListing } from "../stories/published/lists.ts";
import { menuSections } from "../stories/published/newsroom.ts";
import { aNewsroom, aPerson, theProgram } from "../stories/testing.ts";
import { createSection, renameSection } from "./commands.ts";
import { sections } from "./queries.ts";

beforeAll(() => aNewsroom());

describe("sections", () => {
  it("stand in the menu at once, and keep their address when they are renamed", async () => {
    const editor = await aPerson("editor");
    const { id } = await createSection(editor, { id: newId(), name: "Маданият" });
    expect(await menuSections()).toContainEqual({ slug: "madaniyat", name: "Маданият" });
    await renameSection(editor, { sectionId: id, version: 1, name: "Culture" });
    expect(await menuSections()).toContainEqual({ slug: "madaniyat", name: "Culture" });
    expect((await sectionListing("madaniyat", 1))?.listing).toMatchObject({ total: 0, from: 0, to: 0, pages: 1 });
    expect(await sectionListing("madaniyat", 2)).toBeNull();
    await expect(renameSection(editor, { sectionId: id, version: 1, name: "Arts" })).rejects.toMatchObject({
      fault: "conflict",
    });
    expect((await sections(editor)).map(({ name }) => name)).toContain("Culture");
  });

  it("are not made by authors, not twice at one address, and not without one", async () => {
    await expect(createSection(await aPerson("author"), { id: newId(), name: "Mine" })).rejects.toMatchObject({
      fault: "forbidden",
    });
    await expect(createSection(theProgram, { id: newId(), name: "Security" })).rejects.toMatchObject({
      fault: "invalid",
      issues: [{ path: "slug" }],
    });
    await expect(createSection(theProgram, { id: newId(), name: "漢字" })).rejects.toMatchObject({ fault: "invalid" });
    await expect(renameSection(theProgram, { sectionId: newId(), version: 1, name: "x" })).rejects.toMatchObject({
      fault: "notFound",
    });
  });
});
