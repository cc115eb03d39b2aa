import "server-only";
import type { Tx } from "../kernel/context.ts";
import { may } from "../people/roles.ts";
import { floodOfTrouble } from "./kinds.ts";
import { tell } from "./tell.ts";

interface Trouble {
  storyId: string;
  /** Who planned, published or withdrew. */
  concerned: string | null;
  at: Date;
  cause: string;
}

/** Tells who did it, and everybody who may publish any story, that readers do not have what they should; nobody more than they can take in. */
export async function tellOfTrouble(
  { tx }: { tx: Pick<Tx, "story" | "staff" | "notification"> },
  { concerned, ...trouble }: Trouble,
): Promise<void> {
  const people = await tx.staff.findMany({
    where: { deactivatedAt: null },
    select: { id: true, name: true, role: true },
  });
  const meant = people
    .filter((person) => person.id === concerned || may({ ...person, kind: "staff", sessionId: "" }, "story.publish"))
    .map(({ id }) => id);
  const flooded = await tx.notification.groupBy({
    by: ["staffId"],
    where: {
      staffId: { in: meant },
      kind: "trouble",
      at: { gt: new Date(trouble.at.getTime() - floodOfTrouble.within) },
    },
    having: { staffId: { _count: { gte: floodOfTrouble.most } } },
  });
  const told = meant.filter((id) => !flooded.some(({ staffId }) => staffId === id));
  await tell(
    tx,
    told.map((staffId) => ({ ...trouble, staffId, kind: "trouble" as const, aboutId: null, byId: null })),
  );
}
