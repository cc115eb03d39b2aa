import "server-only";
import { deskDb } from "#lib/db/desk";
import { hashOf } from "#lib/tokens";

/** Whose password this link may still set; null for every link that does not work. Looking uses nothing up. */
export async function openLink(token: string, now: Date) {
  const link = await deskDb().passwordLink.findFirst({
    where: { tokenHash: hashOf(token), usedAt: null, endsAt: { gt: now }, staff: { deactivatedAt: null } },
    select: { id: true, staff: { select: { id: true, email: true, name: true } } },
  });
  return link && { linkId: link.id, staffId: link.staff.id, email: link.staff.email, name: link.staff.name };
}
