import type { Block } from "#newsroom/body/body";
import { Blocks } from "./Blocks.tsx";

interface Props {
  content: Block[];
  ids: Map<Block, string>;
  unsupported: string;
}

export function Quote({ content, ids, unsupported }: Props) {
  return (
    <blockquote>
      <Blocks blocks={content} ids={ids} unsupported={unsupported} />
    </blockquote>
  );
}
