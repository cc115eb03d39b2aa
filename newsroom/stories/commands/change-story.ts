import "server-only";
import { command } from "../../kernel/command.ts";
import { forbidden, invalid } from "../../kernel/faults.ts";
import { definedOf } from "../../kernel/patch.ts";
import { checkColumns, writeByline, writeTags } from "../columns.ts";
import { canWriteStory } from "../policy.ts";
import { ChangeStory } from "../schema.ts";
import { demandVersion, storyInHand } from "../story-at-hand.ts";

/** Changes what is not text: section, tags, byline, dateline, slug, language. Readers see it with the next publication. */
export const changeStory = command({
  name: "story.change",
  input: ChangeStory,
  async run({ actor, now, tx, emit }, { storyId, version, changes }) {
    const story = await storyInHand(tx, storyId);
    if (!canWriteStory(actor, story)) throw forbidden("You may not change this story.");
    demandVersion(story, version);
    if (story.firstPublishedAt && (changes.slug ?? story.slug) !== story.slug)
      throw invalid([{ path: "slug", message: "The address stays as it is once a story was published." }]);
    if (story.firstPublishedAt && (changes.language ?? story.language) !== story.language)
      throw invalid([{ path: "language", message: "The language stays as it is once a story was published." }]);
    const language = changes.language ?? story.language;
    await checkColumns(tx, { ...changes, slug: changes.slug ?? story.slug }, { id: storyId, language });

    const { tagIds, byline, ...plain } = changes;
    await tx.story.update({
      where: { id: storyId },
      data: {
        ...definedOf(plain),
        ...(plain.slug !== undefined && { slugChosen: true }),
        changedAt: now,
        version: { increment: 1 },
      },
    });
    if (tagIds) await writeTags(tx, storyId, tagIds);
    if (byline) await writeByline(tx, storyId, byline);
    emit({ type: "story.changed", subject: storyId, payload: { fields: Object.keys(changes) } });
    return { version: version + 1, slug: plain.slug ?? story.slug };
  },
});
