import type { Actor } from "../kernel/actor.ts";
import { may } from "../people/roles.ts";

export const canManageSections = (actor: Actor): boolean => may(actor, "section.manage");
