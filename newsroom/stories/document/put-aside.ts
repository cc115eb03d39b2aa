import { z } from "zod";
import { Id } from "../../kernel/ids.ts";

export const PutAsideUpdate = z.object({
  storyId: Id,
  update: z.custom<Uint8Array>((value) => value instanceof Uint8Array),
  why: z.string(),
});
export const SeePutAside = z.object({ storyId: Id, upTo: z.iso.datetime() });

/** What somebody's windows sent, was stored, and could not stay in the text, or become part of it. */
export interface PutAside {
  /** When the newest of it was put aside. */
  at: Date;
  /** What can be read out of it; empty if nothing can. */
  words: string;
  /** There is more than can be shown. */
  isCut: boolean;
}
