import "server-only";
import type { Prisma } from "@prisma/client";
import { type Actor, staffIdOf } from "../kernel/actor.ts";
import { reachOf } from "../people/roles.ts";

/** The stories that an actor may read, as a filter; stands beside `canReadStory`, which says the same of one. */
export const readableBy = (actor: Actor): Prisma.StoryWhereInput => ({ spikedAt: null, AND: knownTo(actor) });

/** The same without regard to the trash. */
export function knownTo(actor: Actor): Prisma.StoryWhereInput {
  const reach = reachOf(actor, "story.read");
  if (reach === "any") return {};
  const staffId = staffIdOf(actor) ?? "00000000-0000-0000-0000-000000000000";
  const working = workedOnBy(staffId);
  const knows = [working, { confidential: true, circle: { some: { staffId } } }];
  switch (reach) {
    case "wide":
      return { OR: [{ confidential: false }, ...knows, { confidential: true, circle: { none: {} } }] };
    case "open":
      return { OR: [{ confidential: false }, ...knows] };
    case "named":
      return { OR: knows };
    case "working":
      return working;
    case "own":
      return ownedBy(staffId);
    case "no":
      return { id: { in: [] } };
    default:
      return reach satisfies never;
  }
}

/** What a person started or was given; stands beside `isOwn`. */
export const ownedBy = (staffId: string): Prisma.StoryWhereInput => ({
  OR: [{ createdById: staffId }, { assigneeId: staffId }],
});

/** One's own, and those in which one is to file something, or has filed it; stands beside `isWorking`. */
const workedOnBy = (staffId: string): Prisma.StoryWhereInput => ({
  OR: [ownedBy(staffId), { assignments: { some: { staffId, withdrawnAt: null } } }],
});
