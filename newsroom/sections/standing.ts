import "server-only";
import type { Tx } from "../kernel/context.ts";

/** Is the section there, and not in the trash? Held to the end: who spikes it waits, and then sees what stands in it. */
export async function sectionStands(tx: Pick<Tx, "$queryRaw">, id: string): Promise<boolean> {
  const found = await tx.$queryRaw<unknown[]>`
    select from "Section" where "id" = ${id}::uuid and "spikedAt" is null for key share`;
  return found.length > 0;
}
