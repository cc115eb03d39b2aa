import type { Crosshead as CrossheadNode } from "#newsroom/body/body";
import { Inline } from "./Inline.tsx";
import type { Setting } from "./setting.ts";

interface Props {
  crosshead: CrossheadNode;
  setting: Setting;
}

/** A heading inside the body, with an address of its own. */
export function Crosshead({ crosshead, setting }: Props) {
  const { attrs, content = [] } = crosshead;
  if (content.length === 0) return null;
  const Heading = attrs.level === 3 ? "h3" : "h2";
  return (
    <Heading id={setting.ids.get(crosshead)}>
      <Inline content={content} setting={setting} />
    </Heading>
  );
}
