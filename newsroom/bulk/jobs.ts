import "server-only";
import { deskDb } from "#lib/db/desk";
import type { StaffActor } from "../kernel/actor.ts";
import { workOffRow } from "./row-work.ts";

const atATime = 20;
const day = 86_400_000;
/** A preview that nobody started is forgotten; what was done is kept as long as it can be undone, and as long again to be read. */
const keep = { previews: day, results: 60 * day };

/**
 * Carries on the bulk action that has waited longest, by a few rows. Its row is locked for as long: other processes take another one, and
 * if this one dies, or `signal` says so, the next goes on where it was. Answers false if there was nothing to do.
 */
export function carryOnBulk(now: Date, signal?: AbortSignal): Promise<boolean> {
  return deskDb().$transaction(
    async (tx) => {
      const [held] = await tx.$queryRaw<{ id: string }[]>`
        select "id"::text from "BulkAction" where "startedAt" is not null and "finishedAt" is null
        order by "workedAt" nulls first limit 1 for update skip locked`;
      if (!held) return false;
      const bulk = await tx.bulkAction.findUniqueOrThrow({
        where: { id: held.id },
        include: { staff: { select: { id: true, name: true, role: true, deactivatedAt: true } } },
      });
      const rows = await tx.bulkRow.findMany({
        where: { bulkId: bulk.id, outcome: "waiting" },
        orderBy: { position: "asc" },
        take: atATime,
      });
      const { staff, verb, argument } = bulk;
      const actor: StaffActor = { kind: "staff", id: staff.id, name: staff.name, role: staff.role, sessionId: "" };
      for (const row of rows) {
        if (signal?.aborted) return true;
        const result = staff.deactivatedAt
          ? { outcome: "refused" as const, words: "Whoever began this has no account any more." }
          : await workOffRow(actor, row, { verb, argument, isUndo: bulk.undoOfId !== null }, now);
        await noteResult(row.id, result);
      }
      const isDone = rows.length < atATime;
      await tx.bulkAction.update({
        where: { id: bulk.id },
        data: { workedAt: now, ...(isDone && { finishedAt: now }) },
      });
      return true;
    },
    { maxWait: 5_000, timeout: 60_000 },
  );
}

/** At once, beside the transaction that holds the action: whoever watches sees each row as it is done. */
const noteResult = (id: string, result: Awaited<ReturnType<typeof workOffRow>>): Promise<unknown> =>
  deskDb().bulkRow.update({ where: { id }, data: result });

/** Forgets previews of yesterday and results that nobody can undo any more. */
export async function forgetOldBulk(now: Date): Promise<number> {
  const before = (ms: number) => new Date(now.getTime() - ms);
  const { count } = await deskDb().bulkAction.deleteMany({
    where: {
      OR: [
        { startedAt: null, preparedAt: { lt: before(keep.previews) } },
        { finishedAt: { lt: before(keep.results) } },
      ],
    },
  });
  return count;
}
