import "server-only";
import type { Tx } from "../kernel/context.ts";
import { newId } from "../kernel/ids.ts";
import { atHand, canDirectStory, canReadStory } from "../stories/policy.ts";
import { channelsOf, mailAfter, type NotificationKind } from "./kinds.ts";
import { toDesk } from "./words.ts";

type Teller = Pick<Tx, "story" | "staff" | "notification">;

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

/** The same for whoever has a story or an assignment; if they have left, for all who direct the story. */
export async function tellWhoHasIt(tx: Teller, tellings: readonly Telling[]): Promise<void> {
  const ids = tellings.map(({ staffId }) => staffId);
  const here = await tx.staff.findMany({ where: { id: { in: ids }, deactivatedAt: null }, select: { id: true } });
  const isHere = ({ staffId }: Telling) => here.some(({ id }) => id === staffId);
  const left = tellings.filter((telling) => !isHere(telling));
  await tell(tx, [...tellings.filter(isHere), ...(await forDirectors(tx, left))]);
}

async function forDirectors(tx: Teller, left: readonly Telling[]): Promise<Telling[]> {
  if (left.length === 0) return [];
  const [stories, people] = [
    await tx.story.findMany({
      where: { id: { in: left.map(({ storyId }) => storyId) } },
      select: { id: true, ...atHand },
    }),
    await tx.staff.findMany({ where: { deactivatedAt: null }, select: { id: true, name: true, role: true } }),
  ];
  return left.flatMap((telling) => {
    const story = stories.find(({ id }) => id === telling.storyId);
    const directors = people.filter(
      (person) => story && canDirectStory({ ...person, kind: "staff", sessionId: "" }, story),
    );
    return directors.map(({ id }) => ({ ...telling, staffId: id, cause: `${toDesk}${telling.cause}` }));
  });
}

/** Notes what people are to be told: those who are in, may read the story now, and have not chosen to hear nothing of this kind. */
export async function tell(tx: Teller, tellings: readonly Telling[]): Promise<void> {
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
