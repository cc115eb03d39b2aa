import type { Stage } from "#newsroom/workflow/stages";

export const publicationFilters = ["unpublished", "planned", "live", "retracted", "withdrawn"] as const;
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

/** The fields of the search form as `search` has them; their names stand in the address. */
export const searchFields = ({ search, mine, stage, publication, sectionId }: Partial<ListSearch>) => ({
  q: search ?? "",
  mine: mine ? "1" : "",
  stage: stage ?? "",
  state: publication ?? "",
  section: sectionId ?? "",
});

/** The address of the list for what stands in these fields; empty ones are left out. */
export function listPathOf(fields: Iterable<readonly [string, unknown]>): string {
  const said = [...fields].filter(
    (field): field is [string, string] => typeof field[1] === "string" && field[1] !== "",
  );
  const query = new URLSearchParams(said).toString();
  return query ? `/desk/stories?${query}` : "/desk/stories";
}

/** The address of the list for `search`. */
export const listPath = (search: Partial<ListSearch>): string =>
  listPathOf(Object.entries({ ...searchFields(search), after: search.cursor ?? "" }));

/** Is anything left out by what was asked? */
export const isNarrowed = ({ search, mine, stage, publication, sectionId }: ListSearch): boolean =>
  search !== "" || mine || Boolean(stage ?? publication ?? sectionId);
