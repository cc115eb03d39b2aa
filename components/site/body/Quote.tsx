import type { ReactNode } from "react";
import type { Block, Blockquote, PlainBlock } from "#newsroom/body/body";
import { attributed } from "./attributed.ts";
import { By } from "./By.tsx";
import type { Setting } from "./setting.ts";

interface Props {
  quote: Blockquote;
  within: (blocks: Block[]) => ReactNode;
  setting: Setting;
}

/** Somebody else's words. */
export function Quote({ quote, within, setting }: Props) {
  const { words, attributions } = attributed<PlainBlock>(quote.content);
  const said = <blockquote>{within(words)}</blockquote>;
  if (attributions.length === 0) return said;
  return (
    <figure>
      {said}
      <By attributions={attributions} setting={setting} />
    </figure>
  );
}
