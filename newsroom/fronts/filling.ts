/** A place: the story that was put there, and those from which it is filled without one, the newest first. */
export interface Filling<Story> {
  story: Story | null;
  from: readonly Story[];
}

/**
 * What stands in each place, no story twice: what was put somewhere keeps its place, the others are filled in their order,
 * from the newest of all where their own source has no more. `rest`: the newest that found no place.
 */
export function filled<Story extends { id: string }>(
  fillings: readonly Filling<Story>[],
  newest: readonly Story[],
): { top: (Story | null)[]; rest: Story[] } {
  const used = new Set(fillings.flatMap(({ story }) => story?.id ?? []));
  const next = (stories: readonly Story[]): Story | null => {
    const found = stories.find(({ id }) => !used.has(id)) ?? null;
    if (found) used.add(found.id);
    return found;
  };
  const top = fillings.map(({ story, from }) => story ?? next(from) ?? next(newest));
  return { top, rest: newest.filter(({ id }) => !used.has(id)) };
}
