import type { ReactNode } from "react";
import type { BulletList, OrderedList } from "#newsroom/body/body";
import { inOrder } from "../in-order.ts";

interface Props {
  list: BulletList | OrderedList;
  /** What stands in each item, in order. */
  items: ReactNode[];
}

export function List({ list, items }: Props) {
  const rows = inOrder(items.map(rowOf));
  if (list.type === "bulletList") return <ul>{rows}</ul>;
  const start = list.attrs?.start ?? 1;
  return <ol start={start === 1 ? undefined : start}>{rows}</ol>;
}

const rowOf = (item: ReactNode) => <li>{item}</li>;
