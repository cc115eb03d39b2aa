import "server-only";
import { command } from "../../kernel/command.ts";
import { conflict, forbidden, invalid } from "../../kernel/faults.ts";
import { newsroomSettings } from "../../settings/queries.ts";
import { canReaddressStory } from "../policy.ts";
import { holdAddresses, holderOf } from "../publication/addresses.ts";
import { projectRedirects } from "../publication/change-log.ts";
import { holdProjection, standingOf } from "../publication/projection.ts";
import { addressOf, reachPayload } from "../publication/reach.ts";
import { ReaddressStory } from "../schema.ts";
import { demandVersion, storyInHandOf } from "../story-at-hand.ts";

/**
 * Moves a published story to another address, for readers at once: its text stays as it is. The old address leads to the
 * story while it is live, and is never another story's. Back at an old address, that leads nowhere any more.
 */
export const readdressStory = command({
  name: "story.readdress",
  input: ReaddressStory,
  async run(context, { storyId, version, slug }) {
    const { actor, now, tx, emit } = context;
    const story = await storyInHandOf(context, storyId);
    const settings = await newsroomSettings(tx);
    if (!canReaddressStory(actor, story, settings)) throw forbidden("You may not change the address of this story.");
    demandVersion(story, version);
    const { language } = story;
    if (!story.firstPublishedAt) throw conflict("This story was never published: its address is among its details.");
    if (story.publication === "retracted") throw conflict("A retracted story stays where its notice is looked for.");
    if (story.withdrawnHow === "killed" || story.withdrawnHow === "legal")
      throw conflict("A killed story stays where it was.");
    if (slug === story.slug) throw invalid([{ path: "slug", message: "This is its address already." }]);

    await holdAddresses(tx);
    const holder = await holderOf(tx, { language, slug });
    if (holder && holder !== storyId)
      throw invalid([{ path: "slug", message: "Another story has or had this address." }]);
    await holdProjection(tx);
    const before = await standingOf(tx, storyId);
    await tx.formerAddress.deleteMany({ where: { language, slug } });
    await tx.formerAddress.create({ data: { language, slug: story.slug, storyId, leftAt: now } });
    await tx.story.update({
      where: { id: storyId },
      data: { slug, slugChosen: true, changedAt: now, version: { increment: 1 } },
    });
    // What readers have is still all that there is.
    await tx.revision.updateMany({
      where: { id: story.liveRevisionId ?? storyId, storyVersion: version },
      data: { storyVersion: version + 1 },
    });
    await tx.liveStory.updateMany({ where: { id: storyId }, data: { slug } });
    await projectRedirects(tx, storyId);
    emit({
      type: "story.readdressed",
      subject: storyId,
      payload: { slug, was: story.slug, ...reachPayload(before, before && { ...before, slug }) },
    });
    return { version: version + 1, address: addressOf({ language, slug }, settings.language) };
  },
});
