import type { Actor } from "../kernel/actor.ts";
import { may } from "./roles.ts";
import type { StaffRow } from "./schema.ts";

export const canManagePeople = (actor: Actor): boolean => may(actor, "people.manage");

export const canManageProfiles = (actor: Actor): boolean => may(actor, "profile.manage");

/** One's own, and as an admin everybody's. */
export const canEndSessionOf = (actor: Actor, staffId: string): boolean =>
  (actor.kind === "staff" && actor.id === staffId) || canManagePeople(actor);

type Person = Pick<StaffRow, "role" | "state">;

/** Somebody must be able to let others in: an admin who is in and has a password. */
export const isActiveAdmin = (person: Person): boolean => person.role === "admin" && person.state === "active";

/** What may be done about a person, given how many active admins there are. The commands ask the same parts again under a lock. */
export function staffAbilities(actor: Actor, person: Person, activeAdmins: number) {
  const manages = canManagePeople(actor);
  const isLastAdmin = isActiveAdmin(person) && activeAdmins <= 1;
  const isIn = person.state !== "deactivated";
  return {
    isLastAdmin,
    changeRole: manages && isIn && !isLastAdmin,
    deactivate: manages && isIn && !isLastAdmin,
    reactivate: manages && !isIn,
    makeLink: manages && isIn,
  };
}

export type StaffAbilities = ReturnType<typeof staffAbilities>;
