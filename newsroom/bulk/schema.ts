import { z } from "zod";
import { Id } from "../kernel/ids.ts";
import { line, lines } from "../kernel/text.ts";
import { priorities } from "../workflow/directions.ts";

/** So many stories at most in one go. */
export const mostRows = 20_000;
/** Days in which a bulk action can be undone. */
export const undoDays = 30;

const Reason = lines(2_000).refine((reason) => reason !== "", "Please give a reason.");

/** What is asked of each story. */
export const BulkTask = z.discriminatedUnion("verb", [
  z.object({ verb: z.literal("move"), argument: z.string().min(1).max(60) }),
  z.object({ verb: z.literal("section"), argument: Id }),
  z.object({ verb: z.literal("addTag"), argument: Id }),
  z.object({ verb: z.literal("removeTag"), argument: Id }),
  z.object({ verb: z.literal("spike"), argument: Reason }),
  z.object({ verb: z.literal("unpublish"), argument: lines(2_000).nullable() }),
]);
export type BulkTask = z.infer<typeof BulkTask>;
export type BulkVerb = BulkTask["verb"];

/** Which stories: those chosen one by one, or all that a filter of the list shows. */
export const Selection = z.union([
  z.object({ ids: z.array(Id).min(1, "Please choose a story first.").max(mostRows) }),
  z.object({
    // Strict: a part of the filter that is not known here would choose more than the list shows.
    filter: z.strictObject({
      search: line(200).optional(),
      mine: z.boolean().optional(),
      stage: z.union([z.string().max(60), z.array(z.string().max(60)).readonly()]).optional(),
      publication: z.enum(["unpublished", "live", "retracted", "withdrawn", "planned"]).optional(),
      sectionId: Id.optional(),
      tagId: Id.optional(),
      assignee: z.union([z.literal("me"), z.literal("nobody"), Id]).optional(),
      deskId: Id.optional(),
      priority: z.enum(priorities).optional(),
      legal: z.enum(["notNeeded", "required", "cleared"]).optional(),
      held: z.boolean().optional(),
      returned: z.enum(["any", "toMe"]).optional(),
      overdueAt: z.date().optional(),
    }),
  }),
]);
export type Selection = z.infer<typeof Selection>;

export const PrepareBulk = z.object({ id: Id, task: BulkTask, selection: Selection });
export const StartBulk = z.object({ bulkId: Id });
export const UndoBulk = z.object({ bulkId: Id, id: Id });

/** What an undo goes back to. */
export const Before = z.object({
  stage: z.string().optional(),
  legal: z
    .object({
      status: z.enum(["notNeeded", "required", "cleared"]),
      byId: z.string().nullable(),
      at: z.string().nullable(),
    })
    .optional(),
  returnNoteId: z.string().nullable().optional(),
  /** What readers had. */
  revisionId: z.string().nullable().optional(),
  /** How many open plans it took with it. */
  plans: z.int().optional(),
  sectionId: z.string().nullable().optional(),
  tagIds: z.array(z.string()).optional(),
});
export type Before = z.infer<typeof Before>;

/** What a bulk action would do, before it is done. */
export interface BulkPreview {
  bulkId: string;
  /** Stories that will change. */
  change: number;
  /** Plans of these stories that will be cancelled. */
  plansCancelled: number;
  /** Those that are so already. */
  unchanged: number;
  /** Those that will be refused, by reason, the most frequent first. */
  refused: { words: string; stories: number }[];
}
