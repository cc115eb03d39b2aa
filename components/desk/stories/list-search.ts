import { z } from "zod";
import { isStorableText } from "#newsroom/kernel/text";
import { stages } from "#newsroom/workflow/stages";

export const publicationFilters = ["unpublished", "planned", "live", "withdrawn"] as const;
export type PublicationFilter = (typeof publicationFilters)[number];

/** What the list of stories is asked for in its address. */
export interface ListSearch {
  search: string;
  mine: boolean;
  stage?: (typeof stages)[number];
  publication?: PublicationFilter;
  sectionId?: string;
  cursor?: string;
}

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

/** The address of the list for `search`. */
export function listPath({ search, mine, stage, publication, sectionId, cursor }: Partial<ListSearch>): string {
  const entries = Object.entries({
    q: search,
    mine: mine ? "1" : "",
    stage,
    state: publication,
    section: sectionId,
    after: cursor,
  }).filter((entry): entry is [string, string] => Boolean(entry[1]));
  const query = new URLSearchParams(entries).toString();
  return query ? `/desk/stories?${query}` : "/desk/stories";
}

/** Is anything left out by what was asked? */
export const isNarrowed = ({ search, mine, stage, publication, sectionId }: ListSearch): boolean =>
  search !== "" || mine || Boolean(stage ?? publication ?? sectionId);
