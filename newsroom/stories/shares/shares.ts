import { z } from "zod";
import { Id } from "../../kernel/ids.ts";
import { line, lines } from "../../kernel/text.ts";
import type { Publication } from "../../workflow/publication.ts";
import { commentLength, quoteLength } from "../comments/comments.ts";

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
  /** Whoever made it does not work here any more, or may not show the story: for as long as that is so, it opens nothing. */
  rests: boolean;
  opens: number;
  lastOpenedAt: Date | null;
}

export const isOpen = (share: Pick<ShareRow, "endsAt" | "revokedAt" | "rests">, now: Date): boolean =>
  canRevoke(share, now) && !share.rests;

/** One that rests may open again. */
export const canRevoke = ({ endsAt, revokedAt }: Pick<ShareRow, "endsAt" | "revokedAt">, now: Date): boolean =>
  revokedAt === null && endsAt > now;

/** What was retracted or killed is shown to nobody, by no link. */
export const mayBeShownOutside = (publication: Publication): boolean =>
  publication.state !== "retracted" && !(publication.state === "withdrawn" && publication.how !== "unpublished");
