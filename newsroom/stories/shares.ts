import { z } from "zod";
import { Id } from "../kernel/ids.ts";
import { line, lines } from "../kernel/text.ts";
import { commentLength, quoteLength } from "./comments.ts";

/** Days. */
const longestShare = 30;
export const usualShare = 7;

export const ShareStory = z.object({
  storyId: Id,
  version: z.int().min(1),
  seq: z.int().min(0),
  recipient: line(80).refine((name) => name !== "", "Whom is it for?"),
  /** Days from now. */
  days: z.int().min(1).max(longestShare, `A link works for ${longestShare} days at most.`),
  mayComment: z.boolean(),
  /** Shows later changes too. */
  follows: z.boolean(),
});
export const RevokeShare = z.object({ shareId: Id });
export const CommentByLink = z.object({
  token: z.string().min(1).max(200),
  commentId: Id,
  quote: line(quoteLength).default(""),
  text: lines(commentLength).refine((text) => text !== "", "Please write something first."),
});

/** What the desk sees of a link: everything but the link itself. */
export interface ShareRow {
  id: string;
  recipient: string;
  mayComment: boolean;
  follows: boolean;
  createdAt: Date;
  by: string | null;
  endsAt: Date;
  revokedAt: Date | null;
  opens: number;
  lastOpenedAt: Date | null;
}

export const isOpen = ({ endsAt, revokedAt }: Pick<ShareRow, "endsAt" | "revokedAt">, now: Date): boolean =>
  revokedAt === null && endsAt > now;
