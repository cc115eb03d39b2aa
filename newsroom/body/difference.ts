import { alignedNodes } from "./alignment.ts";
import type { Body } from "./body.ts";
import { editScript, type Step } from "./edit-script.ts";
import type { BodyNode } from "./node.ts";
import { spelled } from "./spelled.ts";
import { mostChangedWords, tokensOf } from "./word-difference.ts";

type Kind = Step["kind"];
type Head = Pick<BodyNode, "type" | "attrs">;

/** Running text that stands in both, in the first ("gone") or in the second ("new") only. */
export interface Run {
  kind: Kind;
  content: BodyNode[];
}

/** A block as a whole, or what changed in it; `was` is its kind and its attributes before, if they were others. */
export type Compared =
  | { kind: Kind; node: BodyNode }
  | { kind: "changed"; head: Head; was: Head | null; runs: Run[] }
  | { kind: "changed"; head: Head; was: Head | null; blocks: Compared[] };

/** How a body became another one: whole blocks and words within blocks, whatever their kinds. */
export const bodyDifference = (before: Body, after: Body): Compared[] => comparedBlocks(before.content, after.content);

/** The same for a row of blocks, whatever else stands on them. */
export const comparedBlocks = (before: BodyNode[], after: BodyNode[]): Compared[] =>
  alignedNodes(before, after).flatMap(([one, other]): Compared[] => {
    if (one && other && isOtherPicture(one, other))
      return [...comparedBlocks([one], []), ...comparedBlocks([], [other])];
    if (one && other) return [compared(one, other)];
    return [one ? { kind: "gone", node: one } : { kind: "new", node: other }];
  });

/** All that a picture says stands in its attributes: only both together tell what changed. */
const isOtherPicture = (one: BodyNode, other: BodyNode): boolean =>
  one.type === "picture" && other.type === "picture" && !isSame(one, other);

function compared(one: BodyNode, other: BodyNode): Compared {
  const [was, head] = [headOf(one), headOf(other)];
  const heads = { head, was: isSame(was, head) ? null : was };
  const [before = [], after = []] = [one.content, other.content];
  if (!heads.was && isSame(before, after)) return { kind: "same", node: other };
  return [...before, ...after].some(({ text }) => text !== undefined)
    ? { kind: "changed", ...heads, runs: comparedRuns(before, after) }
    : { kind: "changed", ...heads, blocks: comparedBlocks(before, after) };
}

const headOf = ({ type, attrs }: BodyNode): Head => (attrs ? { type, attrs } : { type });

const isSame = (one: unknown, other: unknown): boolean => spelled(one) === spelled(other);

function comparedRuns(before: BodyNode[], after: BodyNode[]): Run[] {
  const [one, other] = [before.flatMap(piecesOf), after.flatMap(piecesOf)];
  const script = editScript(one.map(keyOf), other.map(keyOf), mostChangedWords);
  if (!script)
    return [
      { kind: "gone", content: before },
      { kind: "new", content: after },
    ];
  const pieces = script.flatMap(({ kind, at }) => {
    const piece = kind === "new" ? other[at] : one[at];
    return piece ? [{ kind, piece }] : [];
  });
  return runsOf(pieces);
}

/** Word by word; what is no text is a piece by itself. */
const piecesOf = (node: BodyNode): BodyNode[] =>
  node.text === undefined ? [node] : tokensOf(node.text).map((text) => ({ ...node, text }));

const keyOf = ({ type, text, marks, attrs }: BodyNode): string =>
  text === undefined ? spelled([type, attrs, marks]) : marks ? `${text}\n${spelled(marks)}` : text;

/** Between two changes, a space that stayed would only break up what is to be read. */
function runsOf(pieces: { kind: Kind; piece: BodyNode }[]): Run[] {
  const runs: Run[] = [];
  let [gone, fresh]: [BodyNode[], BodyNode[]] = [[], []];
  const settle = () => {
    if (gone.length > 0) runs.push({ kind: "gone", content: joined(gone) });
    if (fresh.length > 0) runs.push({ kind: "new", content: joined(fresh) });
    [gone, fresh] = [[], []];
  };
  let kept: BodyNode[] = [];
  const keep = () => {
    if (kept.length > 0) runs.push({ kind: "same", content: joined(kept) });
    kept = [];
  };
  pieces.forEach(({ kind, piece }, place) => {
    if (kind === "same") {
      const isLoose = gone.length + fresh.length > 0 && piece.text?.trim() === "";
      if (isLoose && (pieces[place + 1]?.kind ?? "same") !== "same") {
        gone.push(piece);
        fresh.push(piece);
        return;
      }
      settle();
      kept.push(piece);
      return;
    }
    keep();
    (kind === "gone" ? gone : fresh).push(piece);
  });
  settle();
  keep();
  return runs;
}

/** Neighbours under the same marks are one text again. */
function joined(pieces: BodyNode[]): BodyNode[] {
  const nodes: BodyNode[] = [];
  for (const piece of pieces) {
    const last = nodes.at(-1);
    if (last?.text !== undefined && piece.text !== undefined && isSame(last.marks, piece.marks))
      nodes[nodes.length - 1] = { ...last, text: last.text + piece.text };
    else nodes.push(piece);
  }
  return nodes;
}

/** What stands after the change, or stood before it: dropping one side of a comparison gives the other text. */
export function sideOf(all: Compared[], side: "before" | "after"): BodyNode[] {
  const dropped = side === "before" ? "new" : "gone";
  return all.flatMap((one): BodyNode[] => {
    if (one.kind !== "changed") return one.kind === dropped ? [] : [one.node];
    const content =
      "runs" in one
        ? joined(one.runs.filter(({ kind }) => kind !== dropped).flatMap(({ content }) => content))
        : sideOf(one.blocks, side);
    const head = side === "before" ? (one.was ?? one.head) : one.head;
    return [content.length > 0 ? { ...head, content } : head];
  });
}
