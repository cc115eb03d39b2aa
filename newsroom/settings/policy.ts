import type { Actor } from "../kernel/actor.ts";
import { may } from "../people/roles.ts";

export const canChangeSettings = (actor: Actor): boolean => may(actor, "settings.manage");
