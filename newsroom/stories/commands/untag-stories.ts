import "server-only";
import { command } from "../../kernel/command.ts";
import { shareTags } from "../../tags/tag-lock.ts";
import { Tagging, type TaggingResult } from "../schema.ts";
import { changedTags, holdStories, taggingResult } from "../tagging.ts";

/** Takes a tag from stories. Those from which it cannot be taken are told one by one; the others lose it. */
export const untagStories = command({
  name: "story.untag_many",
  input: Tagging,
  async run(context, asked): Promise<TaggingResult> {
    const { actor, tx } = context;
    await holdStories(tx, asked);
    await shareTags(tx);
    const { tagId, ...result } = await taggingResult(tx, actor, "untag", asked);
    const done = await changedTags(context, result);
    await tx.$executeRaw`delete from "StoryTag" where "tagId" = ${tagId}::uuid and "storyId" = any(${done}::uuid[])`;
    return result;
  },
});
