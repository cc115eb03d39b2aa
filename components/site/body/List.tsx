import type { Block, BulletList, ListItem, OrderedList } from "#newsroom/body/body";
import { inOrder } from "../in-order.ts";
import { Blocks } from "./Blocks.tsx";

interface Props {
  list: BulletList | OrderedList;
  ids: Map<Block, string>;
  unsupported: string;
}

export function List({ list, ids, unsupported }: Props) {
  const itemOf = ({ content }: ListItem) => (
    <li>
      <Blocks blocks={content} ids={ids} unsupported={unsupported} />
    </li>
  );
  const items = inOrder(list.content.map(itemOf));
  if (list.type === "bulletList") return <ul>{items}</ul>;
  const start = list.attrs?.start ?? 1;
  return <ol start={start === 1 ? undefined : start}>{items}</ol>;
}
