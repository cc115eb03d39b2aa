import "server-only";
import { command } from "../../kernel/command.ts";
import { conflict, forbidden } from "../../kernel/faults.ts";
import { addressesOf } from "../addresses.ts";
import { canRetractStory } from "../policy.ts";
import { revisionById } from "../revisions.ts";
import { RetractStory } from "../schema.ts";
import { demandVersion, storyInHandOf } from "../story-at-hand.ts";
import { withdraw } from "../withdrawal.ts";

/** Puts a notice in the place of a story that does not stand, at each address it ever had; asked again, it changes the notice. */
export const retractStory = command({
  name: "story.retract",
  input: RetractStory,
  async run(context, { storyId, version, notice }) {
    const { actor, now, tx } = context;
    const story = await storyInHandOf(context, storyId);
    if (!canRetractStory(actor, story)) throw forbidden("Only editors retract stories.");
    demandVersion(story, version);
    if (story.publication !== "live" && story.publication !== "retracted")
      throw conflict("This story is not live: readers have nothing that could be retracted.");
    const at = story.publication === "retracted" ? (story.publicationAt ?? now) : now;
    const toldOf = await tx.retractedAddress.findFirst({ where: { storyId, publishedAt: { not: null } } });
    const revision = story.liveRevisionId && (await revisionById(tx, story.liveRevisionId));
    const stood = await withdraw(context, story, "retracted", null);
    await tx.story.update({ where: { id: storyId }, data: { publicationAt: at } });
    const stands = {
      publishedAt: story.firstPublishedAt,
      ...(stood && revision
        ? {
            sectionSlug: stood.section,
            tagSlugs: stood.tags,
            tagIds: revision.columns.tagIds,
            authorSlugs: stood.authors,
          }
        : {
            sectionSlug: toldOf?.sectionSlug,
            tagSlugs: toldOf?.tagSlugs,
            tagIds: toldOf?.tagIds,
            authorSlugs: toldOf?.authorSlugs,
          }),
    };
    const addresses = await addressesOf(tx, story);
    await tx.retractedAddress.createMany({
      data: addresses.map((address, i) => ({ ...address, storyId, notice, at, ...(i === 0 && stands) })),
    });
    return { version: version + 1 };
  },
});
