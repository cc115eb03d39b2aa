import { z } from "zod";
import { isStorableText } from "#newsroom/kernel/text";
import type { StoryFilter } from "#newsroom/stories/story-lists";
import { attentionFilters, type ListSearch, priorityFilters, publicationFilters } from "./list-path.ts";

const Address = z.object({
  q: z
    .string()
    .refine(isStorableText)
    .transform((text) => text.trim().slice(0, 200))
    .catch(""),
  mine: z.literal("1").optional().catch(undefined),
  stage: z.string().max(40).optional().catch(undefined),
  state: z.enum(publicationFilters).optional().catch(undefined),
  section: z.uuid().optional().catch(undefined),
  assignee: z
    .union([z.literal("me"), z.literal("nobody"), z.uuid()])
    .optional()
    .catch(undefined),
  desk: z.uuid().optional().catch(undefined),
  priority: z.enum(priorityFilters).optional().catch(undefined),
  attention: z.enum(attentionFilters).optional().catch(undefined),
  after: z.string().max(200).optional().catch(undefined),
});

/** Reads the address; what makes no sense in it, as a stage that does not exist (any more), is as if it were not there. */
export function listSearchOf(
  parameters: Record<string, string | string[] | undefined>,
  stageKeys: readonly string[],
): ListSearch {
  const { q, mine, stage, state, section, assignee, desk, priority, attention, after } = Address.parse(parameters);
  return {
    search: q,
    mine: mine === "1",
    ...(stage && stageKeys.includes(stage) && { stage }),
    ...(state && { publication: state }),
    ...(section && { sectionId: section }),
    ...(assignee && { assignee }),
    ...(desk && { deskId: desk }),
    ...(priority && { priority }),
    ...(attention && { attention }),
    ...(after && { cursor: after }),
  };
}

/** What the newsroom is asked for. */
export function filterOf({ attention, ...search }: ListSearch, now: Date): StoryFilter {
  switch (attention) {
    case undefined:
      return search;
    case "overdue":
      return { ...search, overdueAt: now };
    case "returned":
      return { ...search, returned: "any" };
    case "held":
      return { ...search, held: true };
    case "legal":
      return { ...search, legal: "required" };
    case "cleared":
      return { ...search, legal: "cleared" };
    default:
      return attention satisfies never;
  }
}
