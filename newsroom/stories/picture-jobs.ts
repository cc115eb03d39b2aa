import "server-only";
import { deskDb } from "#lib/db/desk";
import type { FileStore } from "#lib/storage/store";
import { isId } from "../kernel/ids.ts";
import { pictureFiles } from "../media/picture-files.ts";
import { trashEndsBefore } from "../workflow/trash.ts";
import { storiesShowing } from "./picture-queries.ts";

const HOUR = 3_600_000;
const batch = 500;

/**
 * Files without a picture go once they are an hour old: an upload was cut short between its files and its row. Pictures go for good
 * when they have been out of the library for 30 days and no story has them at its top, before readers or in a plan.
 */
export async function sweepPictures(now: Date, store: FileStore = pictureFiles()): Promise<void> {
  await removeOld(now);
  const before = new Date(now.getTime() - HOUR);
  await store.clear(before);
  const { orphans, known } = await sorted(store, before);
  // A database that knows no file of this folder is not the folder's: somebody pointed the program at the wrong one.
  if (known === 0) return;
  for (const id of orphans) await store.remove(id);
}

/** The files that no picture points at, and how many others there are. */
async function sorted(store: FileStore, before: Date): Promise<{ orphans: string[]; known: number }> {
  const orphans: string[] = [];
  let known = 0;
  for (let after = ""; ; ) {
    const ids = await store.putBefore(before, after, batch);
    const kept = await deskDb().picture.findMany({ where: { id: { in: ids.filter(isId) } }, select: { id: true } });
    const there = new Set(kept.map(({ id }) => id));
    known += there.size;
    orphans.push(...ids.filter((id) => isId(id) && !there.has(id)));
    const last = ids.at(-1);
    if (!last || ids.length < batch) return { orphans, known };
    after = last;
  }
}

/** The rows: their files have none from then on. */
async function removeOld(now: Date): Promise<void> {
  const due = await deskDb().picture.findMany({
    where: { removedAt: { lte: trashEndsBefore(now) }, leads: { none: {} } },
    orderBy: { removedAt: "asc" },
    take: batch,
    select: { id: true },
  });
  for (const { id } of due)
    await deskDb().$transaction(async (tx) => {
      await tx.$queryRaw`select from "Picture" where "id" = ${id}::uuid for update`;
      if ((await storiesShowing(tx, id)).length > 0) return;
      await tx.picture.deleteMany({ where: { id, removedAt: { not: null } } });
    });
}
