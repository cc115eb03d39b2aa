import type { Container, List } from "./passage.ts";

interface Level {
  /** Which list of its source it belongs to. */
  key: string;
  level: number;
  list: List;
  item: Container;
}

const deepest = 25;

/** Nests lists whose items say only how deep they are. */
export function listLevels() {
  let open: Level[] = [];
  return {
    /** A new item: where its text stands, and its list if this is the first item of it. */
    item(
      base: readonly Container[],
      { key, level, ordered }: { key: string; level: number; ordered: boolean },
    ): { within: readonly Container[]; begun: List | null } {
      const depth = Math.min(level, deepest);
      open = open.filter((at) => at.level < depth || (at.level === depth && at.key === key));
      const same = open.at(-1)?.level === depth ? open.at(-1) : undefined;
      const item: Container = { is: "item" };
      const list: List = { is: "list", ordered, start: 1 };
      if (same) same.item = item;
      else open.push({ key, level: depth, list, item });
      return { within: [...base, ...open.flatMap((at) => [at.list, at.item])], begun: same ? null : list };
    },
    end(): void {
      open = [];
    },
  };
}
