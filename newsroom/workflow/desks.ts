import "server-only";
import type { Tx } from "../kernel/context.ts";
import { conflict, invalid, notFound } from "../kernel/faults.ts";

/** Desks are few and change seldom: one change after the other, to the end of the transaction. */
export async function oneDeskAtATime(tx: Tx): Promise<void> {
  await tx.$queryRaw`select pg_advisory_xact_lock(hashtext('chapar.desks'))::text`;
}

/** @throws Fault notFound; conflict if somebody changed it since the caller looked */
export async function deskAt(tx: Tx, { deskId, version }: { deskId: string; version: number }): Promise<void> {
  const desk = await tx.desk.findUnique({ where: { id: deskId }, select: { version: true } });
  if (!desk) throw notFound("desk");
  if (desk.version !== version) throw conflict("Someone else changed this desk.", { version: desk.version });
}

/** @throws Fault invalid if another desk has this name, however written */
export async function demandFreeName(tx: Tx, name: string, id: string): Promise<void> {
  const taken = await tx.desk.findFirst({ where: { name: { equals: name, mode: "insensitive" }, id: { not: id } } });
  if (taken) throw invalid([{ path: "name", message: `There is a desk called “${taken.name}” already.` }]);
}
