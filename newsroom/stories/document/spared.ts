import * as Y from "yjs";
import { documentSchema } from "../../body/annotations.ts";

type Step = Y.UndoManager["undoStack"][number];

const tableParts = new Set(["tableRow", "tableHeader", "tableCell"]);

/**
 * What stays of that which a step put in when the step is taken back: what others have written in, with what it cannot stand without,
 * and the only copy of words that the step took from elsewhere.
 */
export function spared({ doc, scope }: Y.UndoManager, step: Step): Set<Y.Item> {
  const doomed = doomedBy(doc, step);
  const copies = copiesIn(doomed, lostWords(doc, scope, step));
  for (const copy of copies) doomed.delete(copy);
  const stays = new Set(copies);
  const goes = (item: Y.Item) => item.deleted || (doomed.has(item) && !stays.has(item));
  for (const item of doomed) if (holdsMore(item, doomed)) stays.add(item);
  // What stays for its parent's sake may hold what has to stay for its own.
  for (let before = -1; before < stays.size; ) {
    before = stays.size;
    const tables = new Set([...stays].flatMap((item) => (isTablePart(item) ? (tableOf(item) ?? []) : [])));
    for (const item of doomed) {
      if (!(typeOf(item) instanceof Y.XmlElement) || stays.has(item)) continue;
      const table = isTablePart(item) ? tableOf(item) : null;
      const parent = parentOf(item);
      const isNeeded =
        parent instanceof Y.XmlElement && !(parent._item && goes(parent._item)) && !standsWithout(parent, goes);
      if (isNeeded || (table && tables.has(table))) stays.add(item);
    }
  }
  for (const item of doomed) {
    const parent = parentOf(item)?._item;
    if (item.parentSub !== null && parent && stays.has(parent)) stays.add(item);
  }
  return stays;
}

/** What would go: what the step put in, or what stands for it since it was taken back and done again. */
function doomedBy(doc: Y.Doc, { insertions }: Step): Set<Y.Item> {
  const doomed = new Set<Y.Item>();
  doc.transact((transaction) =>
    Y.iterateDeletedStructs(transaction, insertions, (struct) => {
      if (!(struct instanceof Y.Item)) return;
      const { client, clock } = redone(doc, struct.id);
      const end = clock + struct.length;
      // Yjs joins words that came back side by side, also if only some of them are of this step.
      Y.getItemCleanStart(transaction, Y.createID(client, clock));
      Y.getItemCleanEnd(transaction, doc.store, Y.createID(client, end - 1));
      for (let at = clock; at < end; ) {
        const item: unknown = Y.getItem(doc.store, Y.createID(client, at));
        if (!(item instanceof Y.Item)) return;
        if (!item.deleted) doomed.add(item);
        at += item.length;
      }
    }),
  );
  return doomed;
}

/** Where an item stands since it was taken back and done again, however often. */
function redone(doc: Y.Doc, id: Y.ID): Y.ID {
  const item: unknown = Y.getItem(doc.store, id);
  if (!(item instanceof Y.Item) || !item.redone) return id;
  return redone(doc, Y.createID(item.redone.client, item.redone.clock + id.clock - item.id.clock));
}

/**
 * Words that the step took out and that do not come back with it, since somebody has taken away what they stood in. If it was a move,
 * a split or another kind of block, they are left only where the step put them.
 */
function lostWords(doc: Y.Doc, scope: Y.UndoManager["scope"], { insertions, deletions }: Step): string[] {
  const lost: string[] = [];
  doc.transact((transaction) =>
    Y.iterateDeletedStructs(transaction, deletions, (struct) => {
      if (!(struct instanceof Y.Item) || struct.redone || Y.isDeleted(insertions, struct.id)) return;
      if (!scope.some((type) => type instanceof Y.AbstractType && Y.isParentOf(type, struct))) return;
      if (struct.content instanceof Y.ContentString && struct.content.str.trim()) lost.push(struct.content.str.trim());
    }),
  );
  return lost;
}

function copiesIn(doomed: Iterable<Y.Item>, words: readonly string[]): Y.Item[] {
  if (words.length === 0) return [];
  const texts = new Map<Y.Item["parent"], { items: Y.Item[]; said: string }>();
  for (const item of doomed) {
    if (!(item.content instanceof Y.ContentString)) continue;
    const text = texts.get(item.parent) ?? { items: [], said: "" };
    texts.set(item.parent, { items: [...text.items, item], said: text.said + item.content.str });
  }
  return [...texts.values()].flatMap(({ items, said }) => (words.some((word) => said.includes(word)) ? items : []));
}

/** Does it hold anything that would not go with it? */
function holdsMore(item: Y.Item, doomed: Set<Y.Item>): boolean {
  const type = typeOf(item);
  if (!type) return false;
  if ([...type._map.values()].some((attribute) => !attribute.deleted && !doomed.has(attribute))) return true;
  return childrenOf(type).some((child) => {
    if (!doomed.has(child) && !(typeOf(child) instanceof Y.XmlText)) return child.countable;
    return holdsMore(child, doomed);
  });
}

/** Is what is left of a block a block still? The editor takes out what is none, with all words in it. */
function standsWithout(parent: Y.XmlElement, goes: (item: Y.Item) => boolean): boolean {
  const kind = documentSchema.nodes[parent.nodeName];
  if (!kind) return false;
  if (kind.inlineContent) return true;
  let match: typeof kind.contentMatch | null = kind.contentMatch;
  for (const child of childrenOf(parent)) {
    const type = typeOf(child);
    if (goes(child) || !(type instanceof Y.XmlElement)) continue;
    const childKind = documentSchema.nodes[type.nodeName];
    match = childKind && match ? match.matchType(childKind) : null;
  }
  return match?.validEnd ?? false;
}

const typeOf = ({ content }: Y.Item): Y.AbstractType<unknown> | null =>
  content instanceof Y.ContentType ? content.type : null;

const parentOf = ({ parent }: Y.Item): Y.AbstractType<unknown> | null =>
  parent instanceof Y.AbstractType ? parent : null;

function childrenOf(type: Pick<Y.AbstractType<unknown>, "_start">): Y.Item[] {
  const children: Y.Item[] = [];
  for (let item = type._start; item; item = item.right) if (!item.deleted) children.push(item);
  return children;
}

function isTablePart(item: Y.Item): boolean {
  const type = typeOf(item);
  return type instanceof Y.XmlElement && tableParts.has(type.nodeName);
}

function tableOf(item: Y.Item): Y.XmlElement | null {
  for (let at = parentOf(item); at; at = at._item ? parentOf(at._item) : null)
    if (at instanceof Y.XmlElement && at.nodeName === "table") return at;
  return null;
}
