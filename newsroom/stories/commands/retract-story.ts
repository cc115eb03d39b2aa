import "server-only";
import { command } from "../../kernel/command.ts";
import { conflict, forbidden } from "../../kernel/faults.ts";
import { publicationOf, reasonNotToRetract } from "../../workflow/publication.ts";
import { canRetractStory } from "../policy.ts";
import { addressesOf } from "../publication/addresses.ts";
import { lastLive } from "../publication/last-standing.ts";
import { withdraw } from "../publication/withdrawal.ts";
import { RetractStory } from "../schema.ts";
import { demandVersion, storyInHandOf } from "../story-at-hand.ts";

/**
 * Puts a notice in the place of a story that does not stand, at each address it ever had; asked again, it changes the notice.
 * A story that was unpublished first needs not be live again for it.
 */
export const retractStory = command({
  name: "story.retract",
  input: RetractStory,
  async run(context, { storyId, version, notice }) {
    const { actor, now, tx } = context;
    const story = await storyInHandOf(context, storyId);
    if (!canRetractStory(actor, story)) throw forbidden("Only editors retract stories.");
    demandVersion(story, version);
    const reason = reasonNotToRetract(publicationOf(story));
    if (reason) throw conflict(reason);
    const at = story.publication === "retracted" ? (story.publicationAt ?? now) : now;
    const toldOf = await tx.retractedAddress.findFirst({
      where: { storyId, publishedAt: { not: null } },
      select: { sectionSlug: true, tagSlugs: true, tagIds: true, authorSlugs: true },
    });
    const revision = await lastLive(tx, story);
    const { section, tags, authors } = await withdraw(context, story, "retracted", notice);
    await tx.story.update({ where: { id: storyId }, data: { publicationAt: at } });
    const stood = toldOf ?? {
      sectionSlug: section,
      tagSlugs: tags,
      tagIds: revision?.columns.tagIds ?? [],
      authorSlugs: authors,
    };
    const stands = { publishedAt: story.firstPublishedAt, ...stood };
    const addresses = await addressesOf(tx, story);
    await tx.retractedAddress.createMany({
      data: addresses.map((address, i) => ({ ...address, storyId, notice, at, ...(i === 0 && stands) })),
    });
    return { version: version + 1 };
  },
});
