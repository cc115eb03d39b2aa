import type { Actor } from "../../kernel/actor.ts";
import { may } from "../../people/roles.ts";

export const canManageStyle = (actor: Actor): boolean => may(actor, "style.manage");
