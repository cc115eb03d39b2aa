import type { Actor } from "../kernel/actor.ts";
import { may } from "../people/roles.ts";

export const canArrangeFronts = (actor: Actor): boolean => may(actor, "front.arrange");
