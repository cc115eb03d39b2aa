import { z } from "zod";
import { isStorableText } from "#newsroom/kernel/text";
import { type TagFilter, TagKind, tagShows } from "#newsroom/tags/schema";

const Address = z.object({
  q: z
    .string()
    .refine(isStorableText)
    .transform((text) => text.trim().slice(0, 80))
    .catch(""),
  kind: TagKind.optional().catch(undefined),
  show: z.enum(tagShows).catch("all"),
  page: z.coerce.number().int().min(1).max(100_000).catch(1),
});

/** Reads the address of the list of tags; what makes no sense in it is as if it were not there. */
export function tagFilterOf(parameters: Record<string, string | string[] | undefined>): TagFilter {
  const { q, ...filter } = Address.parse(parameters);
  return { search: q, ...filter };
}
