import type { Transaction } from "@tiptap/pm/state";
import { TableMap } from "@tiptap/pm/tables";
import { ReplaceStep } from "@tiptap/pm/transform";

/** A column that is proposed, or is to go, is so in rows that are added later as well: else the table would lose its shape. */
export function carryColumns(tr: Transaction): Transaction {
  for (const [at, step] of [...tr.steps.entries()]) {
    if (!(step instanceof ReplaceStep)) continue;
    const { content, openStart, openEnd } = step.slice;
    if (openStart + openEnd > 0 || content.firstChild?.type.name !== "tableRow") continue;
    carryInto(tr, tr.mapping.slice(at + 1).map(step.from, -1), content.childCount);
  }
  return tr;
}

function carryInto(tr: Transaction, at: number, count: number): void {
  const $at = tr.doc.resolve(at);
  const table = $at.parent;
  if (table.type.name !== "table") return;
  const first = $at.index();
  const beside = first > 0 ? first - 1 : first + count;
  const map = TableMap.get(table);
  if (beside >= map.height) return;
  for (let row = first; row < first + count; row++)
    for (let column = 0; column < map.width; column++) {
      const [pos, model] = [row, beside].map((line) => map.map[line * map.width + column] ?? 0);
      if (pos === undefined || model === undefined || pos === model) continue;
      for (const kind of ["inserted", "deleted"] as const) {
        const about: unknown = table.nodeAt(model)?.attrs[kind];
        if (about && !table.nodeAt(pos)?.attrs[kind]) tr.setNodeAttribute($at.start() + pos, kind, about);
      }
    }
}
