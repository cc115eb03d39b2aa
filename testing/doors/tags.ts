import { newId } from "#newsroom/kernel/ids";
import { mergeTags } from "#newsroom/stories/commands/merge-tags";
import { aTag, theProgram } from "#newsroom/stories/testing";
import { spikeTag } from "#newsroom/tags/trash-commands";
import * as story from "../../app/(desk)/desk/stories/[id]/actions.ts";
import * as tagPage from "../../app/(desk)/desk/tags/[id]/page.tsx";
import * as tags from "../../app/(desk)/desk/tags/actions.ts";
import * as tagsPage from "../../app/(desk)/desk/tags/page.tsx";
import * as trash from "../../app/(desk)/desk/trash/actions.ts";
import { parametersOf, searched } from "./asked.ts";
import { type Door, door } from "./door.ts";

/** Of tags. */
export const tagDoors: Door[] = [
  door(tags.createTag, "tag.manage", () => [
    { id: newId(), name: "Uranium", kind: "topic" as const, askIfNear: false },
  ]),
  door(tags.changeTag, "tag.manage", async () => [
    { tagId: await aNewTag(), version: 1, changes: { kind: "place" as const } },
  ]),
  door(tags.keepTagsApart, "tag.manage", async () => [await nearTags()]),
  door(tags.suggestTags, "signed in", () => ["ura"]),
  door(tags.previewMerge, "tag.manage", async () => [await aMerge()]),
  door(tags.mergeTags, "tag.manage", async () => [await aMerge()]),
  door(tags.undoTagMerge, "tag.manage", async () => [await mergeTags(theProgram, await aMerge())]),
  door(story.createTag, "tag.manage", () => [{ id: newId(), name: "Uranium", askIfNear: false }]),
  door(story.suggestTags, "signed in", () => ["ura"]),
  door(trash.spikeTag, "tag.manage", async () => [await aTagToSpike()]),
  door(trash.unspikeTag, "tag.manage", async () => {
    const tag = await aTagToSpike();
    return [{ tagId: tag.tagId, ...(await spikeTag(theProgram, tag)) }];
  }),
  door(tagsPage.default, "tag.manage", () => [searched]),
  door(tagPage.default, "tag.manage", async () => [parametersOf({ id: await aNewTag() })]),
];

const aNewTag = () => aTag(`Tag ${newId()}`);

const aMerge = async () => ({ tagId: await aNewTag(), version: 1, intoId: await aNewTag() });

const nearTags = async () => {
  const name = `Tag ${newId()}`;
  return { tagId: await aTag(name), otherId: await aTag(`${name} x`) };
};

const aTagToSpike = async () => ({ tagId: await aTag(`Tag ${newId()}`), version: 1, reason: "Twice." });
