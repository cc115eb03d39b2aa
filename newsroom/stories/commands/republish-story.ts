import "server-only";
import { command } from "../../kernel/command.ts";
import type { Tx } from "../../kernel/context.ts";
import { conflict, forbidden, invalid } from "../../kernel/faults.ts";
import { sectionStands } from "../../sections/standing.ts";
import { newsroomSettings } from "../../settings/queries.ts";
import { findingsOf } from "../checks/findings.ts";
import { leadColumns } from "../columns.ts";
import { canPublishStory } from "../policy.ts";
import { goLive } from "../publication/publication.ts";
import { revisionOf } from "../revisions/revisions.ts";
import { RepublishStory } from "../schema.ts";
import { demandVersion, storyInHandOf } from "../story-at-hand.ts";

/**
 * Gives a story that was unpublished back to the readers as they had it: that revision, its dates and its notes. What stands against
 * publishing it now (a hold, an embargo, the lawyers, a check, its section in the trash) is asked again.
 * @throws Fault conflict for a story that was not unpublished, or whose section is gone; invalid with what the checks hold against the text of then
 */
export const republishStory = command({
  name: "story.republish",
  input: RepublishStory,
  async run(context, { storyId, version, revisionId }) {
    const { actor, now, tx } = context;
    const story = await storyInHandOf(context, storyId);
    if (!canPublishStory(actor, story, await newsroomSettings(tx))) throw forbidden("You may not publish this story.");
    demandVersion(story, version);
    if (story.publication !== "withdrawn" || story.withdrawnHow !== "unpublished")
      throw conflict("This story is not unpublished.");
    const row = await tx.revision.findFirst({ where: { id: revisionId, storyId } });
    if (!row) throw conflict("What readers had is not there any more.");
    const revision = revisionOf(row);
    const { language, sectionId, tagIds, leadImage } = revision.columns;
    await demandSection(tx, sectionId);
    const tags = await tx.tag.findMany({
      where: { id: { in: tagIds }, spikedAt: null },
      select: { id: true, slug: true, name: true },
    });
    const checked = { id: storyId, language, sectionId, tags: tags.map((tag) => ({ tag })), ...leadColumns(leadImage) };
    const { findings } = await findingsOf(tx, checked, revision, 0, now);
    const errors = findings.filter(({ severity }) => severity === "error");
    if (errors.length > 0) throw invalid(errors.map(({ at, message }) => ({ path: at.part, message })));
    return goLive(context, story, revision, { isAgain: true });
  },
});

async function demandSection(tx: Tx, id: string | null): Promise<void> {
  if (!id || (await sectionStands(tx, id))) return;
  const section = await tx.section.findUnique({ where: { id }, select: { name: true } });
  throw conflict(
    section
      ? `The section “${section.name}”, in which readers had it, lies in the trash. Please restore that first, or publish the story anew.`
      : "The section in which readers had it is not there any more. Please publish the story anew.",
  );
}
