import "server-only";
import type { Prisma, RevisionKind } from "@prisma/client";
import { parseBody } from "../../body/schema.ts";
import { wordCount } from "../../body/text.ts";
import { staffIdOf } from "../../kernel/actor.ts";
import type { CommandContext, Tx } from "../../kernel/context.ts";
import { newId } from "../../kernel/ids.ts";
import type { StoryText } from "../document/story-text.ts";
import { leadImageOf } from "../pictures/lead-image.ts";
import { RevisionColumns } from "../schema.ts";
import type { StoryInHand } from "../story-at-hand.ts";

export interface Revision extends StoryText {
  id: string;
  columns: RevisionColumns;
  documentSeq: number;
  storyVersion: number;
  wordCount: number;
}

interface Cut {
  id?: string;
  kind: RevisionKind;
  /** Of those named by hand. */
  name?: string;
  /** Of those that a restore made. */
  restoredFromId?: string;
  restoredFromAt?: Date;
  documentSeq: number;
  storyVersion: number;
}

/** Cuts an immutable revision of text and columns. */
export async function cutRevision(
  { tx, actor, now }: CommandContext,
  story: StoryInHand,
  text: StoryText,
  cut: Cut,
): Promise<Revision> {
  const columns: RevisionColumns = {
    slug: story.slug,
    language: story.language,
    translationGroupId: story.translationGroupId,
    sectionId: story.sectionId,
    dateline: story.dateline,
    tagIds: story.tags.map(({ tagId }) => tagId),
    byline: story.byline,
    leadImage: await leadImageOf(tx, story),
  };
  const revision = { ...text, columns, ...cut, id: cut.id ?? newId(), wordCount: wordCount(text.body) };
  const last = await tx.revision.aggregate({ where: { storyId: story.id }, _max: { number: true } });
  const { body, kicker, standfirst, teaser, ...rest } = revision;
  await tx.revision.create({
    data: {
      ...rest,
      kicker: kicker || null,
      standfirst: standfirst || null,
      teaser: teaser || null,
      body: JSON.parse(JSON.stringify(body)),
      storyId: story.id,
      number: (last._max.number ?? 0) + 1,
      authors: await authorsOf({ tx, actor }, story.id, cut.kind),
      createdById: staffIdOf(actor),
      createdAt: now,
    },
  });
  return revision;
}

/** Who typed since the last kept revision; with a kept one that begins anew. */
async function authorsOf(
  { tx, actor }: Pick<CommandContext, "tx" | "actor">,
  storyId: string,
  kind: RevisionKind,
): Promise<string[]> {
  const staffId = staffIdOf(actor);
  if (kind === "conflict") return staffId ? [staffId] : [];
  const document = await tx.storyDocument.findUnique({ where: { storyId }, select: { writers: true } });
  const writers = document?.writers ?? [];
  if (kind !== "autosave" && writers.length > 0)
    await tx.storyDocument.update({ where: { storyId }, data: { writers: [] } });
  return writers;
}

/** A revision as it was cut. */
export const revisionById = async (tx: Tx, id: string): Promise<Revision> =>
  revisionOf(await tx.revision.findUniqueOrThrow({ where: { id } }));

/** Reads what is stored of a revision. */
export function revisionOf(row: Prisma.RevisionGetPayload<object>): Revision {
  return {
    ...row,
    kicker: row.kicker ?? "",
    standfirst: row.standfirst ?? "",
    teaser: row.teaser ?? "",
    body: parseBody(row.body),
    columns: RevisionColumns.parse(row.columns),
  };
}
