import "server-only";
import { deskDb } from "#lib/db/desk";
import type { Actor } from "../kernel/actor.ts";
import type { Section } from "./schema.ts";

/** All sections in their order; everybody at the desk may know them. */
export const sections = (_actor: Actor): Promise<Section[]> =>
  deskDb().section.findMany({
    where: { spikedAt: null },
    orderBy: [{ position: "asc" }, { name: "asc" }],
    select: { id: true, slug: true, name: true, position: true, version: true },
  });
