import type { Stage } from "#newsroom/workflow/stages";

export const publicationFilters = ["unpublished", "planned", "live", "withdrawn"] as const;
type PublicationFilter = (typeof publicationFilters)[number];

/** What the list of stories is asked for in its address. */
export interface ListSearch {
  search: string;
  mine: boolean;
  stage?: Stage;
  publication?: PublicationFilter;
  sectionId?: string;
  cursor?: string;
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
