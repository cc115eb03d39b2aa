import "server-only";
import { deskDb } from "#lib/db/desk";
import type { Actor } from "../kernel/actor.ts";
import { canRemoveDemo } from "./policy.ts";

/** May this actor remove a demo, and is there one? */
export const offersDemoRemoval = async (actor: Actor): Promise<boolean> =>
  canRemoveDemo(actor) && (await deskDb().demoRecord.findFirst({ select: { id: true } })) !== null;
