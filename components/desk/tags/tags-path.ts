import type { TagFilter } from "#newsroom/tags/schema";

/** The address of the list of tags for what is asked; what is asked by itself is left out. */
export function tagsPath({ search = "", kind, show = "all", page = 1 }: Partial<TagFilter>): string {
  const said = Object.entries({
    q: search,
    kind: kind ?? "",
    show: show === "all" ? "" : show,
    page: page === 1 ? "" : String(page),
  });
  const query = new URLSearchParams(said.filter(([, value]) => value !== "")).toString();
  return query ? `/desk/tags?${query}` : "/desk/tags";
}

export const tagPath = (id: string): string => `/desk/tags/${id}`;
