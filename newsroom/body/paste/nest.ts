import { inlineNodes } from "./inline-nodes.ts";
import type { Container, Passage, PastedInline, PastedNode, Room } from "./passage.ts";
import { type Cell, tableOf } from "./table.ts";

/** Lists and quotes within each other; far below what a body may have, since it may be pasted into a deep place. */
const deepest = 60;

/** Builds the tree from passages. What cannot stand where it stood becomes a paragraph with all its text. */
export function nested(passages: readonly Passage[], { tables }: { tables: boolean }): PastedNode[] {
  const top: PastedNode[] = [];
  let open: { container: Container; content: PastedNode[] }[] = [];
  const filled = new Set<Container>();

  for (const part of parts(passages)) {
    const within = placed(part.within, filled);
    const last = within.at(-1);
    const nodes = nodesOf(part, { tables, beginsItem: last?.is === "item" && !filled.has(last) });
    if (nodes.length === 0) continue;
    const parted = open.findIndex(({ container }, at) => container !== within[at]);
    if (parted !== -1) open = open.slice(0, parted);
    for (const container of within.slice(open.length)) {
      const node = containerNode(container);
      (open.at(-1)?.content ?? top).push(node);
      open.push({ container, content: node.content });
    }
    for (const container of within) filled.add(container);
    (open.at(-1)?.content ?? top).push(...nodes);
  }
  return top;
}

/** What cannot stand in a room becomes a paragraph of it. */
export function fitted(passages: readonly Passage[], room: Room): readonly Passage[] {
  if (room === "blocks") return passages;
  const stays = ({ is }: Container): boolean =>
    is === "table" || is === "row" || is === "cell" || (room === "lists" && (is === "list" || is === "item"));
  return passages
    .filter(({ kind }) => kind !== "rule")
    .map((passage) => ({ ...passage, kind: "paragraph", within: passage.within.filter(stays) }));
}

type Part = Passage | { kind: "table"; within: readonly Container[]; rows: Cell[][] };

/** Passages of one table become one part; a table of one column is layout. */
const parts = (passages: readonly Passage[]): Part[] =>
  grouped(passages).flatMap((part) =>
    part.kind === "table" && part.rows.every((row) => row.length < 2)
      ? part.rows
          .flat()
          .flatMap((cell) => cell.passages.map((passage) => ({ ...passage, within: withoutLayout(passage.within) })))
      : [part],
  );

function grouped(passages: readonly Passage[]): Part[] {
  const made: Part[] = [];
  let before: Container[] = [];
  let rows: Cell[][] = [];
  for (const passage of passages) {
    const place = cellOf(passage.within);
    if (!place) {
      made.push({ ...passage, within: withoutLayout(passage.within) });
      before = [];
      continue;
    }
    const { outside, table, row, cell } = place;
    if (before[0] !== table) {
      rows = [];
      made.push({ kind: "table", within: withoutLayout(outside), rows });
    }
    if (before[1] !== row) rows.push([]);
    if (before[2] !== cell) rows.at(-1)?.push({ ...cell, passages: [] });
    rows.at(-1)?.at(-1)?.passages.push(passage);
    before = [table, row, cell];
  }
  return made;
}

function cellOf(within: readonly Container[]) {
  const at = within.findIndex((container) => container.is === "table" && !container.isLayout);
  const [table, row, cell] = at === -1 ? [] : within.slice(at);
  return table && row?.is === "row" && cell?.is === "cell" ? { outside: within.slice(0, at), table, row, cell } : null;
}

const withoutLayout = (within: readonly Container[]): Container[] =>
  within.filter(({ is }) => is !== "table" && is !== "row" && is !== "cell");

/** An item begins with a paragraph: one that has nothing but a list is left out, and the list stands in its place. */
function placed(within: readonly Container[], filled: ReadonlySet<Container>): Container[] {
  const kept: Container[] = [];
  for (const [at, container] of within.entries()) {
    const next = within[at + 1];
    if (container.is === "item" && next && !filled.has(container)) {
      if (next.is === "list") kept.pop();
      else return [...kept, container];
    } else kept.push(container);
  }
  const cut = kept.slice(0, deepest);
  return cut.at(-1)?.is === "list" ? cut.slice(0, -1) : cut;
}

function containerNode(container: Container): PastedNode & { content: PastedNode[] } {
  if (container.is === "item") return { type: "listItem", content: [] };
  if (container.is === "list")
    return container.ordered
      ? { type: "orderedList", attrs: { start: container.start }, content: [] }
      : { type: "bulletList", content: [] };
  return { type: "blockquote", content: [] };
}

/** The passages of a cell as they stand in it; a table in a cell was layout. */
const cellBlocks = (passages: readonly Passage[]): PastedNode[] =>
  nested(
    fitted(passages, "lists").map((passage) => ({ ...passage, within: withoutLayout(passage.within) })),
    { tables: false },
  );

function nodesOf(part: Part, { tables, beginsItem }: { tables: boolean; beginsItem: boolean }): PastedNode[] {
  if (part.kind === "table") return tableOf(part.rows, cellBlocks, { tables: tables && part.within.length === 0 });
  if (part.kind === "rule") return beginsItem ? [] : [{ type: "horizontalRule" }];
  if (part.inline.length === 0) return [];
  if (part.kind === "attribution" && part.within.at(-1)?.is === "quote") return attributionOf(part.inline);
  if (part.kind !== "crosshead" || beginsItem) return [{ type: "paragraph", content: inlineNodes(part.inline) }];
  return [{ type: "crosshead", attrs: { level: part.level }, content: inlineNodes(part.inline, { bold: false }) }];
}

/** Without the dash before the name: that is how an attribution is set. */
function attributionOf(inline: readonly PastedInline[]): PastedNode[] {
  const name = inline
    .map((part, at) => (at === 0 && part !== "break" ? { ...part, text: part.text.replace(/^[-–—―]+\s*/, "") } : part))
    .filter((part) => part === "break" || part.text !== "");
  return name.length > 0 ? [{ type: "attribution", content: inlineNodes(name) }] : [];
}
