import { beforeAll, expect, it } from "vitest";
import { deskDb } from "#lib/db/desk";
import type { StaffActor } from "../../kernel/actor.ts";
import { writeStory } from "../commands/write-story.ts";
import { aNewsroom, aPerson, aStory, typing } from "../testing.ts";
import { whoWrote } from "./authorship-queries.ts";

let author: StaffActor;
let editor: StaffActor;
beforeAll(async () => {
  await aNewsroom();
  author = await aPerson("author", "Aigul");
  editor = await aPerson("editor", "Timur");
});

const shown = async (storyId: string) =>
  (await whoWrote(editor, storyId)).blocks.map(({ runs }) =>
    runs.map(({ text, by }) => `${by?.name ?? "?"}: ${text}`).join(" | "),
  );

it("is known for each block, from the first text on, and after the updates are folded away", async () => {
  const { storyId } = await aStory({ by: author, headline: "Snow", text: "Filed." });
  await writeStory(editor, await typing(storyId, "Added by the editor."));
  const expected = ["Aigul: Snow", "Aigul: Filed.", "Timur: Added by the editor."];
  expect(await shown(storyId)).toEqual(expected);

  for (let n = 1; n <= 110; n++) await writeStory(author, await typing(storyId, `Line ${n}.`));
  expect(await deskDb().storyDocument.findUnique({ where: { storyId } })).toMatchObject({ stateSeq: 100 });
  expect((await shown(storyId)).slice(0, 4)).toEqual([...expected, "Aigul: Line 1."]);
  const { blocks } = await whoWrote(editor, storyId);
  expect(blocks[2]?.runs[0]?.since).toBeInstanceOf(Date);
});

it("of a story made by the program names nobody, and is told to nobody who may not read", async () => {
  const { storyId } = await aStory({ text: "From a wire." });
  expect((await shown(storyId)).at(-1)).toBe("?: From a wire.");
  await expect(whoWrote(await aPerson("contributor"), storyId)).rejects.toMatchObject({ fault: "notFound" });
});
