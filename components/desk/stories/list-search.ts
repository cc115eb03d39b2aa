import { z } from "zod";
import { isStorableText } from "#newsroom/kernel/text";
import { stages } from "#newsroom/workflow/stages";
import { type ListSearch, publicationFilters } from "./list-path.ts";

const Address = z.object({
  q: z
    .string()
    .refine(isStorableText)
    .transform((text) => text.trim().slice(0, 200))
    .catch(""),
  mine: z.literal("1").optional().catch(undefined),
  stage: z.enum(stages).optional().catch(undefined),
  state: z.enum(publicationFilters).optional().catch(undefined),
  section: z.uuid().optional().catch(undefined),
  after: z.string().max(200).optional().catch(undefined),
});

/** Reads the address; what makes no sense in it is as if it were not there. */
export function listSearchOf(parameters: Record<string, string | string[] | undefined>): ListSearch {
  const { q, mine, stage, state, section, after } = Address.parse(parameters);
  return {
    search: q,
    mine: mine === "1",
    ...(stage && { stage }),
    ...(state && { publication: state }),
    ...(section && { sectionId: section }),
    ...(after && { cursor: after }),
  };
}
