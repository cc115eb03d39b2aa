import "server-only";
import { isDatabaseAway } from "#lib/db/away";
import { deskDb } from "#lib/db/desk";
import { log } from "#lib/log";
import type { Actor } from "../kernel/actor.ts";
import type { CommandOptions } from "../kernel/command.ts";
import { conflict, Fault } from "../kernel/faults.ts";
import { changeStory } from "../stories/commands/change-story.ts";
import { moveStory } from "../stories/commands/move-story.ts";
import { republishStory } from "../stories/commands/republish-story.ts";
import { spikeStory } from "../stories/commands/spike-story.ts";
import { takeBackMove } from "../stories/commands/take-back-move.ts";
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
  | { outcome: "done"; versionAfter: number; words?: string }
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
    const words = plansWords(work, Before.parse(row.before).plans ?? 0);
    return { outcome: "done", versionAfter: answer.version, ...(words && { words }) };
  } catch (error) {
    if (error instanceof Fault) return { outcome: "refused", words: wordsOf(error) };
    if (isDatabaseAway(error)) throw error;
    log.error("A row of a bulk action broke", { row: row.id, storyId: row.storyId, error });
    return { outcome: "refused", words: "Something broke. This story was not changed." };
  }
}

/** What a story lost with it, and does not have back. */
function plansWords({ isUndo }: Work, plans: number): string | null {
  if (plans === 0) return null;
  const [count, were, they] = plans === 1 ? ["Its plan", "was", "it"] : [`Its ${plans} plans`, "were", "them"];
  return isUndo
    ? `${count} ${plans === 1 ? "stays" : "stay"} cancelled: please make ${they} anew.`
    : `${count} ${were} cancelled.`;
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
      const { stage, legal, returnNoteId = null } = before;
      if (!isUndo) return argument === null ? null : moveStory(actor, { ...at, stage: argument }, options);
      if (stage === undefined) return null;
      // What was noted by an older program tells no more than the stage.
      if (!legal) return moveStory(actor, { ...at, stage }, options);
      return takeBackMove(actor, { ...at, stage, legal, returnNoteId }, options);
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
      if (isUndo) {
        // What an older program withdrew was not noted.
        if (!before.revisionId) throw conflict("What readers had was not noted: please publish it by hand.");
        return republishStory(actor, { ...at, revisionId: before.revisionId }, options);
      }
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
