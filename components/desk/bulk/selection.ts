/** Which stories of the list are chosen. */
export interface Chosen {
  ids: readonly string[];
  /** Not those on this page only: all that the list's filter shows. */
  isAll: boolean;
  /** Where a range begins. */
  anchor: string | null;
}

export const nothing: Chosen = { ids: [], isAll: false, anchor: null };

/** Chooses one, or gives it up; with `isRange` all from the one before to it, in the order of the list. */
export function toggled(chosen: Chosen, order: readonly string[], id: string, isRange: boolean): Chosen {
  const isOn = chosen.isAll || chosen.ids.includes(id);
  const from = chosen.anchor === null ? -1 : order.indexOf(chosen.anchor);
  const to = order.indexOf(id);
  const touched = isRange && from >= 0 && to >= 0 ? order.slice(Math.min(from, to), Math.max(from, to) + 1) : [id];
  const before = chosen.isAll ? order : chosen.ids;
  const turnsOn = isRange || !isOn;
  const ids = turnsOn
    ? order.filter((one) => before.includes(one) || touched.includes(one))
    : before.filter((one) => !touched.includes(one));
  return { ids, isAll: false, anchor: id };
}

export const wholePage = (order: readonly string[]): Chosen => ({ ids: order, isAll: false, anchor: null });
