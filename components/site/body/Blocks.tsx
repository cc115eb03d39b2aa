import type { ReactNode } from "react";
import type { Block } from "#newsroom/body/body";
import { inOrder } from "../in-order.ts";
import { BodyPicture } from "./BodyPicture.tsx";
import { Crosshead } from "./Crosshead.tsx";
import { Embed } from "./Embed.tsx";
import { FactBox } from "./FactBox.tsx";
import { List } from "./List.tsx";
import { Paragraph } from "./Paragraph.tsx";
import { PullQuote } from "./PullQuote.tsx";
import { Quote } from "./Quote.tsx";
import { RateBox } from "./RateBox.tsx";
import { Rule } from "./Rule.tsx";
import type { Setting } from "./setting.ts";
import { Table } from "./Table.tsx";
import { Unsupported } from "./Unsupported.tsx";

interface Props {
  blocks: Block[];
  /** The dateline, when the first of these blocks is a paragraph that it can run into. */
  runIn?: string | null;
  setting: Setting;
}

export function Blocks({ blocks, runIn = null, setting }: Props) {
  return inOrder(blocks.map((block, i) => blockOf(block, i === 0 ? runIn : null, setting)));
}

function blockOf(block: Block, runIn: string | null, setting: Setting): ReactNode {
  const within = (blocks: Block[]) => <Blocks blocks={blocks} setting={setting} />;
  switch (block.type) {
    case "paragraph":
      return <Paragraph content={block.content} runIn={runIn} setting={setting} />;
    case "crosshead":
      return <Crosshead crosshead={block} setting={setting} />;
    case "bulletList":
    case "orderedList":
      return <List list={block} items={block.content.map(({ content }) => within(content))} />;
    case "blockquote":
      return <Quote quote={block} within={within} setting={setting} />;
    case "pullQuote":
      return <PullQuote quote={block} within={within} setting={setting} />;
    case "factBox":
      return <FactBox box={block} within={within} setting={setting} />;
    case "table":
      return <Table table={block} within={within} setting={setting} />;
    case "embed":
      return <Embed embed={block} setting={setting} />;
    case "picture":
      return <BodyPicture picture={block} setting={setting} />;
    case "rateBox":
      return <RateBox box={block} setting={setting} />;
    case "horizontalRule":
      return <Rule />;
    default:
      block satisfies never;
      return <Unsupported setting={setting} />;
  }
}
