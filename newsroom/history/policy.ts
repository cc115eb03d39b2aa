import type { Actor } from "../kernel/actor.ts";
import { may } from "../people/roles.ts";

export const canSearchHistory = (actor: Actor): boolean => may(actor, "history.search");
