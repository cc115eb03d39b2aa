/** Why somebody at the desk is told something. */
export const notificationKinds = ["mention", "assignment", "return", "overdue", "plan", "trouble"] as const;
export type NotificationKind = (typeof notificationKinds)[number];

/** Where one is told of a kind: neither is a choice too. */
export interface Channels {
  /** In the desk. */
  isShown: boolean;
  isMailed: boolean;
}

/** As it is for everybody who has chosen nothing. */
const usualChannels: Readonly<Record<NotificationKind, Channels>> = {
  mention: { isShown: true, isMailed: true },
  assignment: { isShown: true, isMailed: true },
  return: { isShown: true, isMailed: true },
  overdue: { isShown: true, isMailed: true },
  plan: { isShown: true, isMailed: true },
  trouble: { isShown: true, isMailed: true },
};

interface Choice extends Channels {
  kind: NotificationKind;
}

/** What somebody chose, and what is usual where they did not. */
export function channelsOf(kind: NotificationKind, choices: readonly Choice[]): Channels {
  const { isShown, isMailed } = choices.find((choice) => choice.kind === kind) ?? usualChannels[kind];
  return { isShown, isMailed };
}

/** Milliseconds between the event and its mail: a chance to see it at the desk first. */
export const mailAfter = 60_000;
/** Milliseconds until a mail that failed is tried again, after each try; then it is given up. */
const pauses = [2, 10, 30, 120, 480].map((minutes) => minutes * 60_000);
/** How often a mail is tried. */
export const mostTries = pauses.length + 1;

/** When a mail that is being tried for the `tries`th time is tried again, should it not go out, or should the program die over it. */
export const againAt = (tries: number, now: Date): Date =>
  new Date(now.getTime() + (pauses[tries - 1] ?? pauses.at(-1) ?? 0));

/** So much trouble in as many milliseconds: whoever has heard of that is told no more, but finds the rest on the first page of the desk. */
export const floodOfTrouble = { most: 20, within: 10 * 60_000 };

/** After so many days a notification is forgotten. */
export const keptDays = 90;
