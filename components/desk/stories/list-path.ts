import { type Priority, priorities } from "#newsroom/workflow/directions";

export const publicationFilters = ["unpublished", "planned", "live", "retracted", "withdrawn"] as const;
type PublicationFilter = (typeof publicationFilters)[number];

/** What somebody should look at. */
export const attentionFilters = ["overdue", "returned", "held", "legal", "cleared"] as const;
type AttentionFilter = (typeof attentionFilters)[number];

export const priorityFilters = priorities;

/** What the list of stories is asked for in its address. */
export interface ListSearch {
  search: string;
  mine: boolean;
  /** The key of one. */
  stage?: string;
  publication?: PublicationFilter;
  sectionId?: string;
  /** `me`, `nobody` or an id. */
  assignee?: string;
  deskId?: string;
  priority?: Priority;
  attention?: AttentionFilter;
  cursor?: string;
}

/** The fields of the search form as `search` has them; their names stand in the address. */
export const searchFields = (search: Partial<ListSearch>) => ({
  q: search.search ?? "",
  mine: search.mine ? "1" : "",
  stage: search.stage ?? "",
  state: search.publication ?? "",
  section: search.sectionId ?? "",
  assignee: search.assignee ?? "",
  desk: search.deskId ?? "",
  priority: search.priority ?? "",
  attention: search.attention ?? "",
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
export const isNarrowed = (search: ListSearch): boolean => Object.values(searchFields(search)).some(Boolean);
