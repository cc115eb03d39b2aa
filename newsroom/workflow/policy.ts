import type { Actor } from "../kernel/actor.ts";
import { may } from "../people/roles.ts";

export const canManageWorkflow = (actor: Actor): boolean => may(actor, "workflow.manage");
