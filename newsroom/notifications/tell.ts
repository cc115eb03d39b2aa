import "server-only";
import type { Tx } from "../kernel/context.ts";
import { newId } from "../kernel/ids.ts";
import { atHand, canReadStory } from "../stories/policy.ts";
import { channelsOf, mailAfter, type NotificationKind } from "./kinds.ts";

/** Somebody is to hear of something. */
export interface Telling {
  staffId: string;
  kind: NotificationKind;
  storyId: string;
  aboutId: string | null;
  /** Whose doing it was; nobody hears of their own. */
  byId: string | null;
  at: Date;
  /** The same one tells nobody twice. */
  cause: string;
}

/** Notes what people are to be told: those who are in, may read the story now, and have not chosen to hear nothing of this kind. */
export async function tell(
  tx: Pick<Tx, "story" | "staff" | "notification">,
  tellings: readonly Telling[],
): Promise<void> {
  const others = tellings.filter(({ staffId, byId }) => staffId !== byId);
  if (others.length === 0) return;
  const [stories, people] = [
    await tx.story.findMany({
      where: { id: { in: others.map(({ storyId }) => storyId) } },
      select: { id: true, ...atHand },
    }),
    await tx.staff.findMany({
      where: { id: { in: others.map(({ staffId }) => staffId) }, deactivatedAt: null },
      select: { id: true, name: true, role: true, notificationChoices: true },
    }),
  ];
  const rows = others.flatMap((telling) => {
    const story = stories.find(({ id }) => id === telling.storyId);
    const person = people.find(({ id }) => id === telling.staffId);
    if (!story || !person || !canReadStory({ ...person, kind: "staff", sessionId: "" }, story)) return [];
    const { isShown, isMailed } = channelsOf(telling.kind, person.notificationChoices);
    if (!isShown && !isMailed) return [];
    const mailAt = isMailed ? new Date(telling.at.getTime() + mailAfter) : null;
    return [{ ...telling, id: newId(), isShown, mailAt }];
  });
  if (rows.length > 0) await tx.notification.createMany({ data: rows, skipDuplicates: true });
}
