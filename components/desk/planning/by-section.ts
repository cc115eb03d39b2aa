import type { BudgetLine } from "#newsroom/planning/budget";

interface Part {
  id: string;
  name: string;
  lines: BudgetLine[];
}

/** The lines in the order of the sections; what has none yet comes last, sections without lines not at all. */
export function bySection(lines: readonly BudgetLine[], sections: readonly { id: string; name: string }[]): Part[] {
  const known = sections.map(({ id, name }) => ({
    id,
    name,
    lines: lines.filter(({ section }) => section?.id === id),
  }));
  const ids = new Set(sections.map(({ id }) => id));
  const rest = lines.filter(({ section }) => !section || !ids.has(section.id));
  return [...known, { id: "none", name: "No section yet", lines: rest }].filter((part) => part.lines.length > 0);
}
