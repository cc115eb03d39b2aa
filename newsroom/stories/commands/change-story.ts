import "server-only";
import { command } from "../../kernel/command.ts";
import type { Tx } from "../../kernel/context.ts";
import { forbidden, invalid } from "../../kernel/faults.ts";
import { definedOf } from "../../kernel/patch.ts";
import { checkColumns, checkLeadImage, leadColumns, writeByline, writeTags } from "../columns.ts";
import { canWriteStory } from "../policy.ts";
import { ChangeStory } from "../schema.ts";
import { demandVersion, type StoryInHand, storyInHandOf } from "../story-at-hand.ts";

const addressParts = ["slug", "language"] as const;
/** What readers never get: with these alone a live story has nothing that waits to be published. */
const forTheDesk: readonly string[] = ["slugline", "brief"];
const messages = {
  slug: "The address of a published story is changed with “Change the address…”; a planned one keeps its own.",
  language: "The language stays as it is once a story is published or planned.",
};

/** Changes what is not text: section, tags, byline, lead image, dateline, slug, language, slugline, brief. What readers see of it they see with the next publication. */
export const changeStory = command({
  name: "story.change",
  input: ChangeStory,
  async run({ actor, now, tx, emit }, { storyId, version, changes }) {
    const story = await storyInHandOf({ actor, tx }, storyId);
    if (!canWriteStory(actor, story)) throw forbidden("You may not change this story.");
    demandVersion(story, version);
    const moved = addressParts.filter((part) => (changes[part] ?? story[part]) !== story[part]);
    if (moved.length > 0 && (await hasItsAddress(tx, story)))
      throw invalid(
        moved.map((path) => ({
          path,
          message: messages[path],
        })),
      );
    const language = changes.language ?? story.language;
    const slug = moved.length > 0 ? (changes.slug ?? story.slug) : undefined;
    await checkColumns(tx, { ...changes, slug }, { id: storyId, language });
    await checkLeadImage({ actor, tx }, changes.leadImage, story.leadImageId);

    const { tagIds, byline, leadImage, ...plain } = changes;
    await tx.story.update({
      where: { id: storyId },
      data: {
        ...definedOf(plain),
        ...(leadImage !== undefined && leadColumns(leadImage)),
        ...(plain.slug !== undefined && { slugChosen: true }),
        changedAt: now,
        version: { increment: 1 },
        ...(Object.keys(changes).some((field) => !forTheDesk.includes(field)) && { columnsVersion: version + 1 }),
      },
    });
    if (tagIds) await writeTags(tx, storyId, tagIds);
    if (byline) await writeByline(tx, storyId, byline);
    emit({ type: "story.changed", subject: storyId, payload: { fields: Object.keys(changes) } });
    return { version: version + 1, slug: plain.slug ?? story.slug };
  },
});

/** Readers may know it, or a plan has pinned it: its story would be found, and killed, under another one. */
const hasItsAddress = async (tx: Tx, { id, firstPublishedAt }: StoryInHand): Promise<boolean> =>
  firstPublishedAt !== null ||
  (await tx.plan.count({ where: { storyId: id, doneAt: null, cancelledAt: null, failedAt: null } })) > 0;
