import type { Actor } from "../kernel/actor.ts";
import { may } from "../people/roles.ts";

export const canManageRedirects = (actor: Actor): boolean => may(actor, "redirect.manage");
