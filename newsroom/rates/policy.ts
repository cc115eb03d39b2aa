import type { Actor } from "../kernel/actor.ts";
import { may } from "../people/roles.ts";

/** Rates come from sources, by the program's own hand; people only decide on what was held. */
export const canRecordRates = (actor: Actor): boolean => actor.kind === "system";

export const canDecideRates = (actor: Actor): boolean => may(actor, "rate.decide");

/** What the desk's page of rates lets this actor do. */
export const rateAbilities = (actor: Actor) => ({ decide: canDecideRates(actor) });
