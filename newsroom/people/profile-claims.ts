import "server-only";
import type { Tx } from "../kernel/context.ts";
import { invalid } from "../kernel/faults.ts";
import { freeSlug, slugOf } from "../kernel/slug.ts";

/** A free address for a profile of this name. Under `oneAtATime` nobody takes it meanwhile. */
export async function slugForName(tx: Tx, name: string): Promise<string> {
  const wanted = slugOf(name) ?? "author";
  const rows = await tx.profile.findMany({ where: { slug: { startsWith: wanted } }, select: { slug: true } });
  const taken = new Set(rows.map(({ slug }) => slug));
  return freeSlug(wanted, (slug) => taken.has(slug));
}

/** @throws Fault invalid if another profile has the address that somebody chose. */
export async function demandFreeSlug(tx: Tx, slug: string): Promise<void> {
  if (await tx.profile.findUnique({ where: { slug } })) {
    throw invalid([{ path: "slug", message: `There is someone at “${slug}” already.` }]);
  }
}

/** @throws Fault invalid if there is no such person, or if they have a profile. */
export async function demandFreePerson(tx: Tx, staffId: string): Promise<void> {
  const person = await tx.staff.findUnique({ where: { id: staffId }, select: { profile: { select: { id: true } } } });
  if (!person) throw invalid([{ path: "staffId", message: "There is no such person." }]);
  if (person.profile) throw invalid([{ path: "staffId", message: "This person has a profile already." }]);
}
