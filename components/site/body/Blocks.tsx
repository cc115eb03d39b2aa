import type { ReactNode } from "react";
import type { Block } from "#newsroom/body/body";
import { inOrder } from "../in-order.ts";
import { Crosshead } from "./Crosshead.tsx";
import { List } from "./List.tsx";
import { Paragraph } from "./Paragraph.tsx";
import { Quote } from "./Quote.tsx";
import { Rule } from "./Rule.tsx";
import { Unsupported } from "./Unsupported.tsx";

interface Props {
  blocks: Block[];
  ids: Map<Block, string>;
  /** The dateline, when the first of these blocks is a paragraph that it can run into. */
  runIn?: string | null;
  unsupported: string;
}

export function Blocks({ blocks, ids, runIn = null, unsupported }: Props) {
  return inOrder(blocks.map((block, i) => blockOf(block, { ids, runIn: i === 0 ? runIn : null, unsupported })));
}

function blockOf(block: Block, { ids, runIn, unsupported }: Omit<Required<Props>, "blocks">): ReactNode {
  const within = (blocks: Block[]) => <Blocks blocks={blocks} ids={ids} unsupported={unsupported} />;
  switch (block.type) {
    case "paragraph":
      return <Paragraph content={block.content} runIn={runIn} unsupported={unsupported} />;
    case "crosshead":
      return <Crosshead crosshead={block} id={ids.get(block)} unsupported={unsupported} />;
    case "bulletList":
    case "orderedList":
      return <List list={block} items={block.content.map(({ content }) => within(content))} />;
    case "blockquote":
      return <Quote>{within(block.content)}</Quote>;
    case "horizontalRule":
      return <Rule />;
    default:
      block satisfies never;
      return <Unsupported note={unsupported} />;
  }
}
