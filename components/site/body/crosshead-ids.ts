import type { Block, Body, Crosshead, ListItem } from "#newsroom/body/body";

const textOf = (crosshead: Crosshead): string =>
  (crosshead.content ?? []).map((node) => (node.type === "text" ? node.text : " ")).join("");

const idFrom = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, "-")
    .replace(/^-+|-+$/g, "")
    .slice(0, 60) || "part";

function* crossheadsOf(blocks: (Block | ListItem)[]): Generator<Crosshead> {
  for (const block of blocks) {
    if (block.type === "crosshead") yield block;
    else if (block.type !== "paragraph" && block.type !== "horizontalRule") yield* crossheadsOf(block.content ?? []);
  }
}

/** An id for each crosshead, made of its words and unique in the story. The prefix keeps them clear of the page's own. */
export function crossheadIds(body: Body): Map<Block, string> {
  const ids = new Map<Block, string>();
  const taken = new Set<string>();
  for (const crosshead of crossheadsOf(body.content)) {
    const base = `at-${idFrom(textOf(crosshead))}`;
    let id = base;
    for (let n = 2; taken.has(id); n++) id = `${base}-${n}`;
    taken.add(id);
    ids.set(crosshead, id);
  }
  return ids;
}
