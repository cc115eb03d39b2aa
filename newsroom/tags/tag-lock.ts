import "server-only";
import type { Tx } from "../kernel/context.ts";

/*
 * Taken after the stories in hand and before the readers' projection, to the end of the transaction: while a tag is
 * merged, renamed or removed, nobody gives it to a story.
 */

/** Before tags themselves are changed. */
export async function holdTags(tx: Tx): Promise<void> {
  await tx.$queryRaw`select pg_advisory_xact_lock(hashtext('chapar.tags'))::text`;
}

/** Before tags are given to stories; many may do so at once. */
export async function shareTags(tx: Tx): Promise<void> {
  await tx.$queryRaw`select pg_advisory_xact_lock_shared(hashtext('chapar.tags'))::text`;
}
