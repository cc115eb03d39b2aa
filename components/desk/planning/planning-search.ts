import { z } from "zod";
import type { BoardFilter } from "#newsroom/planning/board";

/** What the board is narrowed to, as it stands in its address. */
export type PlanningSearch = Partial<Record<"section" | "assignee" | "desk", string>>;

const Address = z.object({
  section: z.uuid().optional().catch(undefined),
  assignee: z
    .union([z.literal("me"), z.literal("nobody"), z.uuid()])
    .optional()
    .catch(undefined),
  desk: z.uuid().optional().catch(undefined),
});

/** Reads the address; what makes no sense in it is as if it were not there. */
export const planningSearchOf = (parameters: Record<string, string | string[] | undefined>): PlanningSearch => {
  const { section, assignee, desk } = Address.parse(parameters);
  return { ...(section && { section }), ...(assignee && { assignee }), ...(desk && { desk }) };
};

/** The stages of which all that can be shown is asked for, by their keys. */
export const wantedMoreOf = ({ more }: Record<string, string | string[] | undefined>): string[] => [
  ...new Set([more].flat().flatMap((keys) => keys?.split(",") ?? [])),
];

/** The board with more of these stages. */
export const boardPath = (search: PlanningSearch, more: readonly string[]): string =>
  `/desk/board?${new URLSearchParams({ ...search, more: more.join(",") })}`;

/** What the newsroom is asked for. */
export const boardFilterOf = ({ section, assignee, desk }: PlanningSearch): BoardFilter => ({
  sectionId: section,
  assignee,
  deskId: desk,
});
