import type { Crosshead as CrossheadNode } from "#newsroom/body/body";
import { Inline } from "./Inline.tsx";

interface Props {
  crosshead: CrossheadNode;
  id?: string;
  unsupported: string;
}

/** A heading inside the body, with an address of its own. */
export function Crosshead({ crosshead: { attrs, content = [] }, id, unsupported }: Props) {
  if (content.length === 0) return null;
  const Heading = attrs.level === 3 ? "h3" : "h2";
  return (
    <Heading id={id}>
      <Inline content={content} unsupported={unsupported} />
    </Heading>
  );
}
