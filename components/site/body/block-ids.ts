import type { Block, Body } from "#newsroom/body/body";
import { inlineText } from "#newsroom/body/text";

interface Named {
  type: string;
  attrs?: object;
  content?: Named[];
}

const idFrom = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, "-")
    .replace(/^-+|-+$/g, "")
    .slice(0, 60) || "part";

/** The words that name a block, if it is one with a name. */
function nameOf(block: Named): string | null {
  if (block.type === "crosshead") return inlineText(block.content);
  if (block.type === "table") return "table";
  const title = block.type === "factBox" && block.content?.find(({ type }) => type === "factBoxTitle");
  return title ? inlineText(title.content) : null;
}

function* namedIn(blocks: readonly Named[]): Generator<[block: Named, name: string]> {
  for (const block of blocks) {
    const name = nameOf(block);
    if (name !== null) yield [block, name];
    yield* namedIn(block.content ?? []);
  }
}

/** Ids of crossheads, fact boxes and tables, made of their words and unique in the story. The prefix keeps them clear of the page's own. */
export type BlockIds = Map<unknown, string>;

export function blockIds(body: Body): BlockIds {
  const ids: BlockIds = new Map();
  const taken = new Set<string>();
  for (const [block, name] of namedIn(body.content satisfies Block[])) {
    const base = `at-${idFrom(name)}`;
    let id = base;
    for (let n = 2; taken.has(id); n++) id = `${base}-${n}`;
    taken.add(id);
    ids.set(block, id);
  }
  return ids;
}
