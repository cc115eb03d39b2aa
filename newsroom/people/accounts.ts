import "server-only";
import type { Staff } from "@prisma/client";
import { passwordProblem } from "#lib/password-rules";
import { hashOf, newToken } from "#lib/tokens";
import type { Tx } from "../kernel/context.ts";
import { conflict, invalid, notFound } from "../kernel/faults.ts";
import { newId } from "../kernel/ids.ts";
import { after, invitationLimit, resetLimit } from "./sessions.ts";

/** Changes of who may do what stand in one queue to the end of their transaction: two of them together could leave no admin. */
export async function oneAtATime(tx: Tx): Promise<void> {
  await tx.$queryRaw`select pg_advisory_xact_lock(hashtext('chapar_people'))::text`;
}

/** The person as the caller saw them. @throws Fault notFound, or conflict if somebody changed them since. */
export async function staffAt(tx: Tx, { staffId, version }: { staffId: string; version: number }): Promise<Staff> {
  const person = await tx.staff.findUnique({ where: { id: staffId } });
  if (!person) throw notFound("person");
  if (person.version !== version) {
    throw conflict("Someone else changed this person meanwhile.", { version: person.version });
  }
  return person;
}

/** The person's row, held to the end of the transaction: signing in and being shut out cannot pass each other. */
export async function holdStaff(tx: Tx, id: string): Promise<Staff | null> {
  await tx.$queryRaw`select 1 from "Staff" where "id" = ${id}::uuid for update`;
  return tx.staff.findUnique({ where: { id } });
}

/** @throws Fault conflict if nobody else could let people in. Only under `oneAtATime`. */
export async function demandAnotherAdmin(tx: Tx, person: Staff): Promise<void> {
  if (person.role !== "admin" || person.deactivatedAt || !person.passwordHash) return;
  const others = await tx.staff.count({
    where: { role: "admin", deactivatedAt: null, passwordHash: { not: null }, id: { not: person.id } },
  });
  if (others === 0) throw conflict("This is the last admin. Make someone else an admin first.");
}

export async function endSessions(tx: Tx, staffId: string, now: Date): Promise<void> {
  await tx.staffSession.updateMany({ where: { staffId, endedAt: null }, data: { endedAt: now } });
}

/** What a stranger may hold of this account is worth nothing from now on: links, sessions, known browsers. */
export async function shutOut(tx: Tx, staffId: string, now: Date): Promise<void> {
  await endSessions(tx, staffId, now);
  await tx.passwordLink.deleteMany({ where: { staffId, usedAt: null } });
  await tx.knownDevice.deleteMany({ where: { staffId } });
}

/** The answer to whoever made a link: shown once, stored nowhere. */
export interface MadeLink {
  /** The path of the page that takes the password. */
  path: string;
  endsAt: Date;
}

/** Makes a link to set a password; older ones die. Invitations live for days, resets for an hour. */
export async function makeLink(tx: Tx, person: Pick<Staff, "id" | "passwordHash">, now: Date): Promise<MadeLink> {
  const token = newToken();
  const purpose = person.passwordHash ? "reset" : "invitation";
  const endsAt = after(purpose === "reset" ? resetLimit : invitationLimit, now);
  await tx.passwordLink.deleteMany({ where: { staffId: person.id, usedAt: null } });
  await tx.passwordLink.create({
    data: { id: newId(), tokenHash: hashOf(token), staffId: person.id, purpose, createdAt: now, endsAt },
  });
  return { path: `/set-password/${token}`, endsAt };
}

/** @throws Fault invalid if the password is made of what others know of its owner, or too easy to guess. */
export function demandGoodPassword(password: string, owner: Pick<Staff, "email" | "name">): void {
  const local = owner.email.split("@")[0] ?? "";
  const problem = passwordProblem(password, [owner.email, local, owner.name, ...owner.name.split(" ")]);
  if (problem) throw invalid([{ path: "password", message: problem }]);
}
