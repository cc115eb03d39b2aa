/** What the choice has to know of a state. */
interface State {
  id: string;
  kind: string;
}

type Parameter = string | string[] | undefined;

/**
 * Which two of a story's states, the newest first, are compared: those that were asked for, else the newest with the one before.
 * `before` is null for the only one. `isGone`: one that was asked for is not kept any more.
 */
export function chosenStates<Row extends State>(
  states: readonly Row[],
  asked: { from?: Parameter; to?: Parameter },
): { before: Row | null; after: Row | null; isGone: boolean } {
  const find = (id: Parameter) => states.find((state) => state.id === id);
  const newest = states.find(({ kind }) => kind !== "conflict") ?? states[0];
  const after = find(asked.to) ?? newest ?? null;
  const before = find(asked.from) ?? (after && beforeOf(states, after)) ?? null;
  const isGone = [asked.from, asked.to].some((id) => id !== undefined && !find(id));
  return before && after && states.indexOf(before) < states.indexOf(after)
    ? { before: after, after: before, isGone }
    : { before: before === after ? null : before, after, isGone };
}

/** A text kept from a conflict stands beside the others, never between them. */
export const beforeOf = <Row extends State>(states: readonly Row[], state: Row): Row | null =>
  states.slice(states.indexOf(state) + 1).find(({ kind }) => kind !== "conflict") ?? null;
