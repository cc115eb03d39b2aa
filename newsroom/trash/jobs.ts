import "server-only";
import { isDatabaseAway } from "#lib/db/away";
import { deskDb } from "#lib/db/desk";
import { log } from "#lib/log";
import { system } from "../kernel/actor.ts";
import { Fault } from "../kernel/faults.ts";
import { removeSection } from "../sections/trash-commands.ts";
import { discardPicture } from "../stories/commands/discard-picture.ts";
import { removeStory } from "../stories/commands/remove-story.ts";
import { removeTag } from "../tags/trash-commands.ts";
import { trashEndsBefore } from "../workflow/trash.ts";

const actor = system("the clock");
const batch = 100;

/**
 * Removes for good what has lain in the trash for its 30 days, each thing in a transaction of its own: cut short, it goes on where it was.
 * What readers have had stays. Answers how many were removed.
 */
export async function removeOldTrash(now: Date): Promise<number> {
  const before = trashEndsBefore(now);
  const due = { spikedAt: { lte: before } };
  const page = { orderBy: { id: "asc" }, take: batch, select: { id: true } } as const;
  const db = deskDb();
  return (
    (await eachOf(
      (id) => db.story.findMany({ where: { ...due, firstPublishedAt: null, id: { gt: id } }, ...page }),
      (storyId) => removeStory(actor, { storyId }, { now }),
    )) +
    (await eachOf(
      (id) => db.tag.findMany({ where: { ...due, id: { gt: id } }, ...page }),
      (tagId) => removeTag(actor, { tagId, before }, { now }),
    )) +
    (await eachOf(
      (id) => db.section.findMany({ where: { ...due, id: { gt: id } }, ...page }),
      (sectionId) => removeSection(actor, { sectionId, before }, { now }),
    )) +
    (await eachOf(
      (id) =>
        db.picture.findMany({ where: { removedAt: { lte: before }, leads: { none: {} }, id: { gt: id } }, ...page }),
      (pictureId) => discardPicture(actor, { pictureId }, { now }),
    ))
  );
}

/** Batch by batch, in the order of ids: what could not be removed is passed by, not met again. */
async function eachOf(
  next: (after: string) => Promise<{ id: string }[]>,
  remove: (id: string) => Promise<{ removed: boolean }>,
): Promise<number> {
  let removed = 0;
  let after = "00000000-0000-0000-0000-000000000000";
  for (;;) {
    const ids = await next(after);
    for (const { id } of ids) if (await removes(remove, id)) removed++;
    const last = ids.at(-1);
    if (!last) return removed;
    after = last.id;
  }
}

/** Another process may have been first; and one that cannot go must not keep the others. */
async function removes(remove: (id: string) => Promise<{ removed: boolean }>, id: string): Promise<boolean> {
  try {
    return (await remove(id)).removed;
  } catch (error) {
    if (error instanceof Fault && error.fault === "notFound") return false;
    if (isDatabaseAway(error)) throw error;
    log.error("Something in the trash could not be removed", { id, error });
    return false;
  }
}
