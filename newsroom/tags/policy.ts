import type { Actor } from "../kernel/actor.ts";
import { may } from "../people/roles.ts";

export const canManageTags = (actor: Actor): boolean => may(actor, "tag.manage");
