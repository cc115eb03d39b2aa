import type { Attribution, Inline as InlineNode } from "#newsroom/body/body";
import { Inline } from "./Inline.tsx";
import type { Setting } from "./setting.ts";

interface Props {
  attributions: Attribution[];
  setting: Setting;
}

/** Who said it, under the words. */
export function By({ attributions, setting }: Props) {
  const lines = attributions.flatMap(({ content = [] }, i): InlineNode[] =>
    i === 0 ? content : [{ type: "hardBreak" }, ...content],
  );
  return (
    <figcaption>
      <Inline content={lines} setting={setting} />
    </figcaption>
  );
}
