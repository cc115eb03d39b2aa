import { beforeAll, expect, it } from "vitest";
import type { StaffActor } from "../kernel/actor.ts";
import { removeProfile } from "../people/commands/remove-profile.ts";
import { aProfile } from "../people/testing.ts";
import { changeStory } from "./commands/change-story.ts";
import { publishStory } from "./commands/publish-story.ts";
import { aNewsroom, aPerson, aStory } from "./testing.ts";

let editor: StaffActor;
beforeAll(async () => {
  await aNewsroom();
  editor = await aPerson("editor");
});

it("a profile is not removed while a byline names it, nor when only an earlier state does; never by authors", async () => {
  const { id: profileId } = await aProfile("Aida Bekova");
  const asked = (actor = editor) => removeProfile(actor, { profileId, version: 1 });
  await expect(asked(await aPerson("author"))).rejects.toMatchObject({ fault: "forbidden" });
  const { storyId, seq, ...draft } = await aStory({ byline: [{ profileId }] });
  await expect(asked()).rejects.toMatchObject({ fault: "conflict", detail: { stories: 1 } });
  const { version } = await publishStory(editor, { storyId, seq, ...draft });
  await changeStory(editor, { storyId, version, changes: { byline: [] } });
  await expect(asked()).rejects.toMatchObject({ fault: "conflict", detail: { stories: 1 } });
  await publishStory(editor, { storyId, version: version + 1, seq });
  await expect(asked()).rejects.toMatchObject({ fault: "conflict", detail: { stories: 1 } });
});
