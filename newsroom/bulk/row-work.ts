import "server-only";
import { isDatabaseAway } from "#lib/db/away";
import { deskDb } from "#lib/db/desk";
import { log } from "#lib/log";
import type { Actor } from "../kernel/actor.ts";
import type { CommandOptions } from "../kernel/command.ts";
import { Fault } from "../kernel/faults.ts";
import { changeStory } from "../stories/commands/change-story.ts";
import { moveStory } from "../stories/commands/move-story.ts";
import { spikeStory } from "../stories/commands/spike-story.ts";
import { unpublishStory } from "../stories/commands/unpublish-story.ts";
import { unspikeStory } from "../stories/commands/unspike-story.ts";
import { Before, type BulkVerb } from "./schema.ts";

export interface RowInHand {
  id: string;
  storyId: string;
  version: number;
  before: unknown;
}

export interface Work {
  verb: BulkVerb;
  argument: string | null;
  isUndo: boolean;
}

export type RowResult =
  | { outcome: "done"; versionAfter: number }
  | { outcome: "unchanged" }
  | { outcome: "refused"; words: string };

/**
 * One row by the ordinary command, in a transaction of its own. The row's id is the command's id: done again after a crash, it answers
 * with its first result. While the database is away the row waits; what breaks for another reason than a rule says so, and holds up no other.
 */
export async function workOffRow(actor: Actor, row: RowInHand, work: Work, now: Date): Promise<RowResult> {
  try {
    const answer = await carriedOut(actor, row, work, { commandId: row.id, now });
    if (answer === null || answer.version === row.version) return { outcome: "unchanged" };
    return { outcome: "done", versionAfter: answer.version };
  } catch (error) {
    if (error instanceof Fault) return { outcome: "refused", words: wordsOf(error) };
    if (isDatabaseAway(error)) throw error;
    log.error("A row of a bulk action broke", { row: row.id, storyId: row.storyId, error });
    return { outcome: "refused", words: "Something broke. This story was not changed." };
  }
}

const wordsOf = ({ fault, message, issues }: Fault): string => {
  if (fault === "conflict" && message.startsWith("Someone else")) return "Somebody changed this story in the meantime.";
  if (fault === "notFound") return "This story is not there any more, or is not yours to see.";
  return issues[0]?.message ?? message;
};

async function carriedOut(
  actor: Actor,
  { storyId, version, before: kept }: RowInHand,
  { verb, argument, isUndo }: Work,
  options: CommandOptions,
): Promise<{ version: number } | null> {
  const before = Before.parse(kept);
  const at = { storyId, version };
  switch (verb) {
    case "move": {
      const stage = isUndo ? before.stage : argument;
      return typeof stage === "string" ? moveStory(actor, { ...at, stage }, options) : null;
    }
    case "section": {
      const sectionId = isUndo ? (before.sectionId ?? null) : argument;
      if (!isUndo && before.sectionId === sectionId) return null;
      return changeStory(actor, { ...at, changes: { sectionId } }, options);
    }
    case "addTag":
    case "removeTag": {
      const had = before.tagIds ?? [];
      const tagIds = isUndo ? await stillThere(had) : changedTags(had, verb, argument ?? "");
      if (tagIds.length === had.length && !isUndo) return null;
      return changeStory(actor, { ...at, changes: { tagIds } }, options);
    }
    case "spike":
      if (isUndo) return unspikeStory(actor, at, options);
      return spikeStory(actor, { ...at, reason: argument ?? "" }, options);
    case "unpublish":
      return unpublishStory(actor, { ...at, ...(argument && { reason: argument }) }, options);
  }
}

function changedTags(had: string[], verb: "addTag" | "removeTag", tagId: string): string[] {
  if (verb === "removeTag") return had.filter((id) => id !== tagId);
  return had.includes(tagId) ? had : [...had, tagId];
}

/** A tag that went to the trash since, or for good, is no reason against going back with the others. */
async function stillThere(tagIds: string[]): Promise<string[]> {
  const found = await deskDb().tag.findMany({ where: { id: { in: tagIds }, spikedAt: null }, select: { id: true } });
  return tagIds.filter((id) => found.some((tag) => tag.id === id));
}
