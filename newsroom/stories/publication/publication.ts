import "server-only";
import type * as Y from "yjs";
import type { CommandContext } from "../../kernel/context.ts";
import { conflict, type Issue, invalid } from "../../kernel/faults.ts";
import { freeSlug, slugOf } from "../../kernel/slug.ts";
import { newsroomSettings } from "../../settings/queries.ts";
import { reasonNotToPublish } from "../../workflow/publication.ts";
import { checkedColumns, findingsOf } from "../checks/findings.ts";
import { suggestionsIn, textOf } from "../document/document.ts";
import { demandSeen, newestDocument, storedDocument } from "../document/document-store.ts";
import type { StoryText } from "../document/story-text.ts";
import { tellStory } from "../document/typing.ts";
import { cutRevision, type Revision } from "../revisions/revisions.ts";
import { type StoryInHand, type StoryRow, storyInHand } from "../story-at-hand.ts";
import { holdAddresses } from "./addresses.ts";
import { logChange } from "./change-log.ts";
import { announceCancelled } from "./plans.ts";
import { project } from "./projection.ts";
import { addressOf, reachPayload } from "./reach.ts";

/**
 * Cuts the revision that is to be published from what the publisher saw.
 * @throws Fault conflict if the server holds text that the publisher has not seen; invalid with what is missing
 */
export async function cutForPublication(
  context: CommandContext,
  story: StoryInHand,
  kind: "published" | "planned",
  seen: { seq: number },
): Promise<{ story: StoryInHand; revision: Revision }> {
  const { tx } = context;
  const stored = await storedDocument(tx, story.id, true);
  demandSeen(stored, seen.seq);
  const document = newestDocument(stored);
  const text = textOf(document);
  const missing = await errorsIn(context, story, text, document);
  if (missing.length > 0) throw invalid(missing);
  await settleSlug(context, story, text.headline);
  const settled = await storyInHand(tx, story.id);
  const revision = await cutRevision(context, settled, text, {
    kind,
    documentSeq: stored.seq,
    storyVersion: story.version + 1,
  });
  return { story: settled, revision };
}

/** @throws Fault conflict */
export function demandCorrectable({ publication }: Pick<StoryRow, "publication">): void {
  if (publication !== "live") throw conflict("This story is not live: there is nothing to correct for readers.");
}

/** What blocks publication, each at its place. Warnings ask the person who publishes; here they stop nothing. */
async function errorsIn(
  { tx, now }: CommandContext,
  { id }: StoryInHand,
  text: StoryText,
  document: Y.Doc,
): Promise<Issue[]> {
  const story = await tx.story.findUniqueOrThrow({ where: { id }, select: checkedColumns });
  const { findings } = await findingsOf(tx, story, text, suggestionsIn(document).length, now);
  return findings
    .filter(({ severity }) => severity === "error")
    .map(({ at, message }) => ({ path: at.part, message: "quote" in at ? `${at.quote}: ${message}` : message }));
}

/** A slug follows the headline until it is chosen or the story was published. */
async function settleSlug({ tx }: CommandContext, story: StoryInHand, headline: string): Promise<void> {
  if (story.slugChosen || story.firstPublishedAt) return;
  const wanted = slugOf(headline) ?? `story-${story.id.slice(-12)}`;
  await holdAddresses(tx);
  const isNear = { language: story.language, slug: { startsWith: wanted.slice(0, 70) } };
  const near = await tx.story.findMany({ where: { ...isNear, id: { not: story.id } }, select: { slug: true } });
  const former = await tx.formerAddress.findMany({ where: isNear, select: { slug: true } });
  const taken = new Set([...near, ...former].map(({ slug }) => slug));
  await tx.story.update({ where: { id: story.id }, data: { slug: freeSlug(wanted, (slug) => taken.has(slug)) } });
}

/**
 * Makes a revision live, now: the readers' projection, the log, the facts and the event in one transaction.
 * `plannedBy`: whose plan this is, if it was not done by hand. `isAgain`: readers have had just this, so nothing of it is news.
 */
export async function goLive(
  context: CommandContext,
  story: StoryRow,
  revision: Revision,
  { plannedBy = null, isAgain = false }: { plannedBy?: string | null; isAgain?: boolean } = {},
) {
  const { tx, now, emit } = context;
  const settings = await newsroomSettings(tx);
  const reason = reasonNotToPublish(story, now, settings.zone);
  if (reason) throw conflict(reason);

  const publishedAt = story.firstPublishedAt ?? now;
  const kind = story.firstPublishedAt && !isAgain ? await logChange(context, story, revision, settings) : null;
  // A typo put right is no news: the date that readers see stays.
  const updatedAt = kind === "typo" || isAgain ? story.publicUpdatedAt : story.firstPublishedAt && now;
  const { before, after } = await project(tx, story.id, revision, { publishedAt, updatedAt });
  await tx.story.updateMany({
    where: { id: story.id },
    data: {
      publication: "live",
      publicationAt: story.publication === "live" ? story.publicationAt : now,
      withdrawnHow: null,
      withdrawnBecause: null,
      firstPublishedAt: publishedAt,
      publishedAt: now,
      publicUpdatedAt: updatedAt,
      liveRevisionId: revision.id,
      changedAt: now,
      version: { increment: 1 },
    },
  });
  if (story.publication === "retracted") await tx.retractedAddress.deleteMany({ where: { storyId: story.id } });
  await settlePlans(context, story, revision, plannedBy);
  await tellStory(tx, story.id);
  emit({
    type: kind ? "story.corrected" : story.firstPublishedAt && !isAgain ? "story.updated" : "story.published",
    subject: story.id,
    payload: {
      revisionId: revision.id,
      ...(kind && { kind }),
      ...(isAgain && { isAgain }),
      ...(plannedBy && { plannedBy }),
      ...reachPayload(before, after),
    },
  });
  return { version: story.version + 1, revisionId: revision.id, address: addressOf(after, settings.language) };
}

/**
 * What was cut for later is the published state now; if nothing was changed since, readers have the newest. Other plans to publish
 * are over. One statement: many stories may be due together.
 */
async function settlePlans(
  context: CommandContext,
  story: StoryRow,
  revision: Revision,
  plannedBy: string | null,
): Promise<void> {
  const { tx, now } = context;
  const cancelled = await tx.$queryRaw<{ id: string }[]>`
    with "published" as (
      update "Revision" set "kind" = 'published',
        "storyVersion" = case when "storyVersion" = ${story.version} then "storyVersion" + 1 else "storyVersion" end
      where "id" = ${revision.id}::uuid and "storyVersion" <= ${story.version}
    )
    update "Plan" set "cancelledAt" = ${now}
    where "storyId" = ${story.id}::uuid and "verb" <> 'withdraw' and "doneAt" is null and "cancelledAt" is null
    returning "id"::text`;
  for (const { id } of cancelled) announceCancelled(context, story.id, id, "published", plannedBy);
}
