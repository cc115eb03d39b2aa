import type pg from "pg";

export interface SetAside {
  headline: string;
  verb: string;
  /** When it was due. */
  at: Date;
}

/** Stands at the desk beside each of them. */
const whyNot =
  "It was due before the newsroom was brought back from a backup. Please look at the story and decide anew.";

/**
 * What must not come back to life with a backup: links that let others in, which may have been revoked since, and plans whose time
 * passed since, whose story may have been published, changed or killed. They fail, so that somebody decides; `carryOutDue` leaves them.
 * Runs in the transaction of the restore, on tables as they were at the backup.
 */
export async function settleRestored(
  client: pg.Client,
  { now, carryOutDue }: { now: Date; carryOutDue: boolean },
): Promise<SetAside[]> {
  const { rows } = await client.query<{ known: string | null }>(`SELECT to_regclass('"ShareLink"')::text AS known`);
  if (rows[0]?.known) await client.query(`UPDATE "ShareLink" SET "revokedAt" = $1 WHERE "revokedAt" IS NULL`, [now]);
  if (carryOutDue) return [];
  const due = await client.query<SetAside>(
    `UPDATE "Plan" plan SET "failedAt" = $1, "failure" = $2 FROM "Story" story
      WHERE story."id" = plan."storyId" AND plan."at" <= $1
        AND plan."doneAt" IS NULL AND plan."cancelledAt" IS NULL AND plan."failedAt" IS NULL
      RETURNING story."headline", plan."verb"::text, plan."at"`,
    [now, whyNot],
  );
  return due.rows.sort((one, other) => one.at.getTime() - other.at.getTime());
}
