import "server-only";
import type { Prisma } from "@prisma/client";
import { deskDb } from "#lib/db/desk";
import { countTry, type Limit } from "#lib/throttle";
import { hashOf } from "#lib/tokens";
import { picturesIn } from "../../body/pictures.ts";
import type { Actor } from "../../kernel/actor.ts";
import { underEmbargo } from "../../kernel/clock.ts";
import type { Tx } from "../../kernel/context.ts";
import { forbidden, tooMany } from "../../kernel/faults.ts";
import { publicationOf } from "../../workflow/publication.ts";
import { textOf } from "../document/document.ts";
import { previewOf } from "../document/document-queries.ts";
import { newestDocument, storedDocument } from "../document/document-store.ts";
import { leadFields, leadImageOf } from "../pictures/lead-image.ts";
import { answersForLink, atHand } from "../policy.ts";
import type { LiveStory } from "../published.ts";
import { deskStory } from "../queries.ts";
import { revisionById } from "../revisions/revisions.ts";
import { mayBeShownOutside, type ShareRow } from "./shares.ts";

/** Links that led nowhere, tried from one network. */
const deadLimit: Limit = { name: "share-network", tries: 50, seconds: 900 };

/** The links to a story, the newest first. @throws Fault notFound, forbidden */
export async function storyShares(actor: Actor, storyId: string): Promise<ShareRow[]> {
  const { can } = await deskStory(actor, storyId);
  if (!can.share) throw forbidden("You may not see the links to this story.");
  const rows = await deskDb().shareLink.findMany({
    where: { storyId },
    orderBy: [{ createdAt: "desc" }, { id: "asc" }],
    take: 100,
    select: { ...shown, createdBy: maker, story: { select: atHand } },
  });
  return rows.map(({ createdBy, revisionId, story, ...row }) => ({
    ...row,
    follows: revisionId === null,
    by: createdBy?.name ?? null,
    rests: !answersForLink(createdBy, story),
  }));
}

/** The columns of a `LinkMaker`. */
export const maker = { select: { id: true, name: true, role: true, deactivatedAt: true } } as const;

const shown = {
  id: true,
  recipient: true,
  mayComment: true,
  revisionId: true,
  createdAt: true,
  endsAt: true,
  revokedAt: true,
  opens: true,
  lastOpenedAt: true,
} satisfies Prisma.ShareLinkSelect;

/**
 * The link behind a token's hash, if it still works: not for a story in the trash or one that nobody outside may see, and not
 * while whoever made it could not make it now.
 */
export async function openShare(tokenHash: Uint8Array, now: Date, db: Pick<Tx, "shareLink"> = deskDb()) {
  const share = await db.shareLink.findFirst({
    where: { tokenHash: new Uint8Array(tokenHash), revokedAt: null, endsAt: { gt: now } },
    select: {
      id: true,
      storyId: true,
      recipient: true,
      mayComment: true,
      revisionId: true,
      endsAt: true,
      createdBy: maker,
      story: {
        select: {
          ...atHand,
          embargoUntil: true,
          publication: true,
          publicationAt: true,
          withdrawnHow: true,
          withdrawnBecause: true,
        },
      },
    },
  });
  if (!share || !mayBeShownOutside(publicationOf(share.story))) return null;
  return answersForLink(share.createdBy, share.story) ? share : null;
}

interface Said {
  id: string;
  quote: string;
  said: { by: string; text: string; at: Date; isTheirs: boolean }[];
}

export type SharedStory =
  | { state: "embargo"; recipient: string; until: Date }
  | { state: "shown"; recipient: string; endsAt: Date; mayComment: boolean; story: LiveStory; threads: Said[] };

/**
 * What a link shows to whom it was shared with; null for every link that does not work, whatever the reason. An embargo holds for
 * outsiders too: they get nothing of the story before its end.
 * @throws Fault tooMany for a link that does not work, once too many of them were tried from that network; one that works, works
 */
export async function sharedStory(token: string, network: string, now: Date): Promise<SharedStory | null> {
  const share = await openShare(hashOf(token), now);
  if (!share) {
    await countDead(network);
    return null;
  }
  const { recipient, mayComment, endsAt } = share;
  const until = share.story.embargoUntil;
  if (until && until > now) return { state: "embargo", recipient, until };
  await deskDb().shareLink.update({ where: { id: share.id }, data: { opens: { increment: 1 }, lastOpenedAt: now } });
  const [story, threads] = await Promise.all([storyBehind(share, now), mayComment ? threadsOf(share.id) : []]);
  return { state: "shown", recipient, endsAt, mayComment, story, threads };
}

/** Does what a link shows have this picture? Asked for each file of it; opening the page alone counts. */
export async function isPictureShared(token: string, pictureId: string, network: string, now: Date): Promise<boolean> {
  const share = await openShare(hashOf(token), now);
  if (!share) {
    await countDead(network);
    return false;
  }
  if (underEmbargo(share.story, now)) return false;
  const { leadImage, body } = await storyBehind(share, now);
  return leadImage?.pictureId === pictureId || picturesIn(body).includes(pictureId);
}

/** @throws Fault tooMany */
async function countDead(network: string): Promise<void> {
  const refused = await countTry(deadLimit, network);
  if (refused) throw tooMany(refused.retryAfterSeconds);
}

async function storyBehind({ storyId, revisionId }: { storyId: string; revisionId: string | null }, now: Date) {
  const db = deskDb();
  const { tags, ...story } = await db.story.findUniqueOrThrow({
    where: { id: storyId },
    select: {
      id: true,
      slug: true,
      language: true,
      sectionId: true,
      dateline: true,
      firstPublishedAt: true,
      ...leadFields,
      tags: { orderBy: { position: "asc" }, select: { tagId: true } },
      byline: { orderBy: { position: "asc" }, select: { profileId: true, part: true } },
    },
  });
  if (revisionId) {
    const revision = await revisionById(db, revisionId);
    return previewOf({ ...story, ...revision.columns }, revision, now);
  }
  const text = textOf(newestDocument(await storedDocument(db, storyId)));
  const leadImage = await leadImageOf(db, story);
  return previewOf({ ...story, leadImage, tagIds: tags.map(({ tagId }) => tagId) }, text, now);
}

/** What was said through this link, and what the newsroom answered there; nothing else that is said at the desk. */
async function threadsOf(shareId: string): Promise<Said[]> {
  const threads = await deskDb().commentThread.findMany({
    where: { shareId },
    orderBy: [{ createdAt: "asc" }, { id: "asc" }],
    select: {
      id: true,
      quote: true,
      comments: {
        where: { removedAt: null },
        orderBy: [{ createdAt: "asc" }, { id: "asc" }],
        select: { text: true, createdAt: true, shareId: true, share: { select: { recipient: true } } },
      },
    },
  });
  return threads.map(({ id, quote, comments }) => ({
    id,
    quote,
    said: comments.map(({ text, createdAt, share, shareId: by }) => ({
      by: share?.recipient ?? "The newsroom",
      text: withoutMentions(text),
      at: createdAt,
      isTheirs: by === shareId,
    })),
  }));
}

/** Who is at the desk is nobody's business outside. */
const withoutMentions = (text: string): string => text.replace(/@\{[0-9a-f-]{36}\}\s?/gi, "");
