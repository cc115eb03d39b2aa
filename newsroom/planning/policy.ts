import type { Actor } from "../kernel/actor.ts";
import { may } from "../people/roles.ts";

/** Who says when ideas are due and who is to write them. */
export const canDirectIdeas = (actor: Actor): boolean => may(actor, "story.direct");
