import type { Actor } from "../kernel/actor.ts";
import { may } from "../people/roles.ts";

export const canRemoveDemo = (actor: Actor): boolean => may(actor, "demo.remove");
