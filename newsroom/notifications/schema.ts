import { z } from "zod";
import { Id } from "../kernel/ids.ts";
import { type Channels, type NotificationKind, notificationKinds } from "./kinds.ts";

const Kind = z.enum(notificationKinds);

/** One of one's own, all up to an instant, or those of some kinds about a story. */
export const SeeNotifications = z.union([
  z.strictObject({ notificationId: Id }),
  z.strictObject({ upTo: z.iso.datetime().transform((text) => new Date(text)) }),
  z.strictObject({ storyId: Id, kinds: z.array(Kind).min(1).max(notificationKinds.length) }),
]);

export const ChooseNotifications = z.object({ kind: Kind, isShown: z.boolean(), isMailed: z.boolean() });

export interface OwnNotification {
  id: string;
  kind: NotificationKind;
  /** What happened, to go before the story's name. */
  words: string;
  /** Where at the desk it leads. */
  path: string;
  headline: string;
  slugline: string | null;
  language: string;
  at: Date;
  isSeen: boolean;
  /** Why its mail did not arrive and is not tried any more. */
  mailFailure: string | null;
}

/** One's notifications a page, the newest first. `next`: where the older ones go on. */
export interface OwnNotifications {
  notifications: OwnNotification[];
  next: string | null;
}

/** What one is told where, and to which address mail goes. */
export interface OwnChoices {
  email: string;
  choices: ({ kind: NotificationKind } & Channels)[];
}
