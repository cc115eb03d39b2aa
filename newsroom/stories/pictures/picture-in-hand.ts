import "server-only";
import type { CommandContext } from "../../kernel/context.ts";
import { conflict, notFound } from "../../kernel/faults.ts";
import { findableBy } from "./picture-queries.ts";

/** The picture, locked to the end of the transaction. @throws Fault notFound, also for one that the actor may not find */
export async function pictureInHand({ actor, tx }: Pick<CommandContext, "actor" | "tx">, id: string) {
  await tx.$queryRaw`select from "Picture" where "id" = ${id}::uuid for update`;
  const picture = await tx.picture.findFirst({
    where: { id, AND: findableBy(actor) },
    select: { version: true, uploadedById: true, removedAt: true },
  });
  if (!picture) throw notFound("picture");
  return picture;
}

/** @throws Fault notFound for one that was removed, conflict if it has moved on since the caller looked */
export function demandPicture(picture: { version: number; removedAt: Date | null }, version: number): void {
  if (picture.removedAt) throw notFound("picture");
  if (picture.version !== version)
    throw conflict("Someone else changed this picture at the same time.", { version: picture.version });
}
