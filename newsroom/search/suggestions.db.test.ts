import { beforeAll, expect, it } from "vitest";
import { newId } from "../kernel/ids.ts";
import { createProfile } from "../people/commands/create-profile.ts";
import { killStory } from "../stories/commands/kill-story.ts";
import { publishStory } from "../stories/commands/publish-story.ts";
import { setEmbargo } from "../stories/commands/set-embargo.ts";
import { aNewsroom, aStory, aTag, theProgram } from "../stories/testing.ts";
import { changeTag } from "../tags/commands.ts";
import { suggestions } from "./suggestions.ts";

const offered = async (typed: string | null) => (await suggestions(typed)).map(({ kind, name }) => `${kind} ${name}`);

beforeAll(async () => {
  await aNewsroom();
  const rahmon = await aTag("Emomali Rahmon");
  const labels = [{ language: "ru", name: "Эмомали Рахмон" }];
  await changeTag(theProgram, { tagId: rahmon, version: 1, changes: { labels } });
  const profile = await createProfile(theProgram, { id: newId(), name: "Rustam Rahimov" });
  const unused = await createProfile(theProgram, { id: newId(), name: "Rahat Unused" });
  const live = async (headline: string, tagIds: string[], profileId: string) => {
    const story = await aStory({ headline, tagIds, byline: [{ profileId }] });
    return { storyId: story.storyId, version: (await publishStory(theProgram, story)).version };
  };
  await live("“Rahmat”, said the driver", [rahmon], profile.id);
  await aStory({ headline: "Rahat draft", tagIds: [await aTag("Rahat tag of a draft")] });
  const killed = await live("Rahat killed", [await aTag("Rahat tag of a killed one")], unused.id);
  await killStory(theProgram, { ...killed, reason: "It is false." });
  await setEmbargo(theProgram, {
    ...(await live("Rahat embargoed", [await aTag("Rahat tag under embargo")], unused.id)),
    until: new Date(Date.now() + 3_600_000).toISOString(),
  });
});

it.each([
  ["ra", ["topic Emomali Rahmon", "author Rustam Rahimov", "story “Rahmat”, said the driver"]],
  ["Рахмо", ["topic Emomali Rahmon"]],
  ["emomali r", ["topic Emomali Rahmon"]],
  ["rustam", ["author Rustam Rahimov"]],
  ["driver rah", ["story “Rahmat”, said the driver"]],
  ["sec", ["section Security"]],
  ["rahat", []],
  ["r", []],
  ["", []],
  [null, []],
  ["%", []],
  ["__", []],
  ["\u0000\uD800", []],
  ["(.*)+ \\", []],
  ["'; --", []],
])("offers for %j what is live: %j", async (typed, expected) => {
  expect(await offered(typed)).toEqual(expected);
});
