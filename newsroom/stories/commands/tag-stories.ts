import "server-only";
import { command } from "../../kernel/command.ts";
import { shareTags } from "../../tags/tag-lock.ts";
import { Tagging, type TaggingResult } from "../schema.ts";
import { changedTags, holdStories, taggingResult } from "../tagging.ts";

/** Gives a tag to stories, at the end of those that they have. Those that cannot have it are told one by one; the others get it. */
export const tagStories = command({
  name: "story.tag_many",
  input: Tagging,
  async run(context, asked): Promise<TaggingResult> {
    const { actor, tx } = context;
    await holdStories(tx, asked);
    await shareTags(tx);
    const { tagId, ...result } = await taggingResult(tx, actor, "tag", asked);
    const done = await changedTags(context, result);
    await tx.$executeRaw`
      insert into "StoryTag" ("storyId", "tagId", "position")
      select asked.id, ${tagId}::uuid,
        coalesce((select max(has."position") + 1 from "StoryTag" has where has."storyId" = asked.id), 0)
      from unnest(${done}::uuid[]) asked(id)`;
    return result;
  },
});
