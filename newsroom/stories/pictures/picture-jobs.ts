import "server-only";
import { deskDb } from "#lib/db/desk";
import type { FileStore } from "#lib/storage/store";
import { isId } from "../../kernel/ids.ts";
import { pictureFiles } from "../../media/picture-files.ts";

const HOUR = 3_600_000;
const batch = 500;

/**
 * Files without a picture go once they are an hour old: an upload was cut short between its files and its row, or the picture was removed
 * for good.
 */
export async function sweepPictures(now: Date, store: FileStore = pictureFiles()): Promise<void> {
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
