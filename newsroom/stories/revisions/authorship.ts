import * as Y from "yjs";
import { lineNames } from "../document/story-text.ts";
import { Moves } from "../moves/moves.ts";

/** Words that one Yjs client typed, one after the other. */
interface TypedRun {
  client: number;
  text: string;
}

export interface TypedBlock {
  /** `headline` and the like, or the kind of a block of the body: `paragraph`. */
  kind: string;
  runs: TypedRun[];
}

/**
 * Which client typed what, block by block in the order of the text: read from the document, folded or not, and from what has moved since
 * it was typed.
 */
export function typedBlocks(doc: Y.Doc, moves = new Moves([])): TypedBlock[] {
  const lines = lineNames.map((name) => ({ kind: name, runs: runsBelow(doc.getXmlFragment(name), moves) }));
  return [...lines, ...blocksOf(doc.getXmlFragment("body"), moves)].filter(({ runs }) => runs.length > 0);
}

function blocksOf(parent: Y.XmlFragment, moves: Moves): TypedBlock[] {
  return parent.toArray().flatMap((child) => {
    if (!(child instanceof Y.XmlElement)) return [];
    const isRunningText = child.toArray().some((part) => part instanceof Y.XmlText);
    return isRunningText ? [{ kind: child.nodeName, runs: runsBelow(child, moves) }] : blocksOf(child, moves);
  });
}

const runsBelow = (parent: Y.XmlFragment, moves: Moves): TypedRun[] =>
  joined(settled(joined([...piecesBelow(parent, moves)])));

function* piecesBelow(parent: Y.XmlFragment, moves: Moves): Generator<TypedRun> {
  for (const child of parent.toArray()) {
    if (child instanceof Y.XmlText) yield* piecesOf(child, moves);
    else if (child instanceof Y.XmlElement) {
      // A line break, or anything else that stands within the words.
      const client = child._item?.id.client;
      if (parent instanceof Y.XmlElement && child.length === 0 && client !== undefined) yield { client, text: "\n" };
      yield* piecesBelow(child, moves);
    }
  }
}

/** Each stretch of characters in a text is an item with the client that put it there in its id. */
function* piecesOf(text: Y.XmlText, moves: Moves): Generator<TypedRun> {
  for (let item = text._start; item; item = item.right) {
    if (item.deleted || !(item.content instanceof Y.ContentString)) continue;
    let at = 0;
    for (const { client, length } of moves.typists(item.id, item.length)) {
      yield { client, text: item.content.str.slice(at, at + length) };
      at += length;
    }
  }
}

/**
 * An editor tells Yjs what changed by comparing texts: whoever types "to the" before "the" may seem to have typed around the
 * other's "t". Where the same words can be told as one insertion, they are.
 */
function settled(runs: TypedRun[]): TypedRun[] {
  const result = runs.map((run) => ({ ...run }));
  for (let at = 1; at + 2 < result.length; at++) {
    const [before, island, around, after] = result.slice(at - 1, at + 3);
    if (!before || !island || !around || !after) break;
    const isAround = before.client === around.client && island.client === after.client;
    if (!isAround || !around.text.endsWith(island.text)) continue;
    before.text += island.text + around.text.slice(0, -island.text.length);
    after.text = island.text + after.text;
    result.splice(at, 2);
    at = Math.max(0, at - 2);
  }
  return result;
}

function joined(pieces: TypedRun[]): TypedRun[] {
  const runs: TypedRun[] = [];
  for (const { client, text } of pieces) {
    const last = runs.at(-1);
    if (last?.client === client) last.text += text;
    else runs.push({ client, text });
  }
  return runs;
}
