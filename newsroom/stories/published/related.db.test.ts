import { beforeEach, expect, it } from "vitest";
import { deskDb } from "#lib/db/desk";
import { recordingDependencies } from "#lib/page-cache/dependencies";
import { newId } from "../../kernel/ids.ts";
import { killStory } from "../commands/kill-story.ts";
import { publishStory } from "../commands/publish-story.ts";
import { retractStory } from "../commands/retract-story.ts";
import { setEmbargo } from "../commands/set-embargo.ts";
import { aNewsroom, aSection, aStory, aTag, type StoryWishes, theProgram } from "../testing.ts";
import { relatedStories } from "./related.ts";

let place: { sectionId: string };
let tags: { csto: string; border: string };
const tagsOf = [{ slug: "csto" }, { slug: "border" }];

const live = async (wishes: StoryWishes) => {
  const story = await aStory({ ...place, ...wishes });
  return { storyId: story.storyId, version: (await publishStory(theProgram, story)).version };
};
const related = async (id: string) => (await relatedStories({ id, tags: tagsOf })).map(({ headline }) => headline);

await aNewsroom();
beforeEach(async () => {
  const name = newId();
  place = { sectionId: await aSection(`Section ${name}`) };
  tags = { csto: await aTag(`CSTO ${name}`), border: await aTag(`Border ${name}`) };
});

it("has first what shares most tags, then the newest, then what is of the section", async () => {
  await live({ headline: "Of the section" });
  await live({ headline: "One tag, older", tagIds: [tags.csto] });
  await live({ headline: "Both tags", tagIds: [tags.csto, tags.border] });
  await live({ headline: "One tag, newer", tagIds: [tags.csto] });
  const { storyId } = await live({ headline: "Itself", tagIds: [tags.csto, tags.border] });
  expect(await related(storyId)).toEqual(["Both tags", "One tag, newer", "One tag, older", "Of the section"]);
});

it("holds a rare tag for closer than one that many have, and shows four", async () => {
  for (const n of [1, 2, 3, 4, 5]) await live({ headline: `Common ${n}`, tagIds: [tags.csto] });
  await live({ headline: "Rare", tagIds: [tags.border], sectionId: await aSection(`Other ${newId()}`) });
  await live({ headline: "Common 6", tagIds: [tags.csto] });
  const { storyId } = await live({ headline: "Itself", tagIds: [tags.csto, tags.border] });
  expect(await related(storyId)).toEqual(["Rare", "Common 6", "Common 5", "Common 4"]);
});

it("has those of its own language first, and its translations nowhere", async () => {
  const { storyId } = await live({ headline: "Itself", tagIds: [tags.csto] });
  await live({ headline: "Перевод", language: "ru", translationGroupId: storyId, tagIds: [tags.csto] });
  await live({ headline: "Другая", language: "ru", tagIds: [tags.csto] });
  await live({ headline: "Of the section" });
  expect(await related(storyId)).toEqual(["Of the section", "Другая"]);
});

it("has nothing that readers cannot see", async () => {
  const story = (headline: string) => live({ headline, tagIds: [tags.csto] });
  await aStory({ headline: "Draft", ...place, tagIds: [tags.csto] });
  await killStory(theProgram, { ...(await story("Killed")), reason: "It is false." });
  await retractStory(theProgram, { ...(await story("Retracted")), notice: "It does not stand." });
  const until = new Date(Date.now() + 3_600_000).toISOString();
  await setEmbargo(theProgram, { ...(await story("Embargoed")), until });
  const { storyId } = await story("Itself");
  expect(await related(storyId)).toEqual([]);
});

it("makes its page depend on each story that it shows, and on tags that few have", async () => {
  const other = await live({ headline: "Other", tagIds: [tags.csto] });
  const { storyId } = await live({ headline: "Itself", tagIds: [tags.csto] });
  const { tagSlug: slug } = await deskDb().liveStoryTag.findFirstOrThrow({ where: { storyId } });
  const { keys } = await recordingDependencies(() => relatedStories({ id: storyId, tags: [{ slug }] }));
  expect(keys).toEqual(expect.arrayContaining([`story:${other.storyId}`, `tag:${slug}`]));
  expect(keys).not.toContain("front");
});
