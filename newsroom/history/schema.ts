import { z } from "zod";
import { Id } from "../kernel/ids.ts";
import { line } from "../kernel/text.ts";

/** Stands in the place of a person for what the program did by itself. */
export const theProgramItself = "program";

/** What the trail is asked for; what is left out narrows nothing. */
export const TrailSearch = z.object({
  who: z.union([Id, z.literal(theProgramItself)]).optional(),
  type: z.string().max(60).optional(),
  storyId: Id.optional(),
  /** Words of the story's headline or slugline as they are now. */
  words: line(200).optional(),
  from: z.date().optional(),
  /** The first instant after the time asked for. */
  until: z.date().optional(),
});
export type TrailSearch = z.infer<typeof TrailSearch>;

type AboutKind = "story" | "staff" | "tag" | "section" | "profile" | "picture" | "house rule";

/** One line of the trail. */
export interface TrailEntry {
  id: string;
  at: Date;
  who: string;
  type: string;
  /** What happened, in words. */
  words: string;
  /** What it happened to, as it is called now; null if it has no name or is not there any more. */
  about: { name: string; kind: AboutKind; isInTrash: boolean } | null;
  subject: string | null;
}

export interface Trail {
  entries: TrailEntry[];
  /** Where the older ones begin; null at the end. */
  next: string | null;
}
