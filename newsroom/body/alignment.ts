import type { BodyNode } from "./node.ts";
import { spelled } from "./spelled.ts";
import { tokensOf } from "./word-difference.ts";

/** A node and what became of it; null where it went or came. */
export type Pair = [BodyNode, BodyNode] | [BodyNode, null] | [null, BodyNode];

/** Comparisons of one node with another within a stretch; more are not tried, or two long texts would take minutes. */
const mostCells = 60_000;

/** From this share of common words on, one node is the other one, rewritten. */
const akin = 0.4;

interface Known {
  node: BodyNode;
  key: string;
  words: Map<string, number>;
  count: number;
}

/** Which node of `before` became which of `after`, in the order of both: the same ones first, then those that are akin between them. */
export function alignedNodes(before: BodyNode[], after: BodyNode[]): Pair[] {
  const [one, other] = [before.map(known), after.map(known)];
  const pairs: Pair[] = [];
  let [i, j] = [0, 0];
  for (const [nextI, nextJ] of [...anchorsOf(one, other), [one.length, other.length] as const]) {
    pairs.push(...between(one.slice(i, nextI), other.slice(j, nextJ)));
    const [same, mate] = [one[nextI], other[nextJ]];
    if (same && mate) pairs.push([same.node, mate.node]);
    [i, j] = [nextI + 1, nextJ + 1];
  }
  return pairs;
}

function known(node: BodyNode): Known {
  const words = new Map<string, number>();
  let count = 0;
  for (const word of wordsOf(node)) {
    words.set(word, (words.get(word) ?? 0) + 1);
    count++;
  }
  return { node, key: spelled(node), words, count };
}

function* wordsOf(node: BodyNode): Generator<string> {
  if (node.text !== undefined) for (const token of tokensOf(node.text)) if (token.trim() !== "") yield token;
  for (const child of node.content ?? []) yield* wordsOf(child);
}

/** Nodes that stand in both once and are the same: the longest run of them that keeps its order. */
function anchorsOf(one: Known[], other: Known[]): [number, number][] {
  const places = onlyPlaces(other);
  const candidates: [number, number][] = [];
  for (const [key, i] of onlyPlaces(one)) {
    const j = places.get(key);
    if (i !== null && j !== undefined && j !== null) candidates.push([i, j]);
  }
  return longestRising(candidates);
}

/** Where each key stands; null where it stands more than once. */
function onlyPlaces(nodes: Known[]): Map<string, number | null> {
  const places = new Map<string, number | null>();
  nodes.forEach(({ key }, place) => void places.set(key, places.has(key) ? null : place));
  return places;
}

function longestRising(pairs: [number, number][]): [number, number][] {
  const ends: number[] = [];
  const before: (number | undefined)[] = [];
  const second = (place: number | undefined) => (place === undefined ? -1 : (pairs[place]?.[1] ?? -1));
  pairs.forEach(([, j], place) => {
    let [low, high] = [0, ends.length];
    while (low < high) {
      const half = (low + high) >> 1;
      if (second(ends[half]) < j) low = half + 1;
      else high = half;
    }
    before[place] = ends[low - 1];
    ends[low] = place;
  });
  const rising: [number, number][] = [];
  for (let place = ends.at(-1); place !== undefined; place = before[place]) {
    const pair = pairs[place];
    if (pair) rising.push(pair);
  }
  return rising.reverse();
}

/** Between two anchors; a stretch that is too long is taken piece by piece. */
function between(one: Known[], other: Known[]): Pair[] {
  const parts = Math.ceil((one.length * other.length) / mostCells);
  if (parts <= 1) return mostAkin(one, other);
  const part = (nodes: Known[], n: number) =>
    nodes.slice(Math.floor((nodes.length * n) / parts), Math.floor((nodes.length * (n + 1)) / parts));
  return Array.from({ length: parts }, (_, n) => mostAkin(part(one, n), part(other, n))).flat();
}

/** Pairs nodes, in order, so that most of their words stay. */
function mostAkin(one: Known[], other: Known[]): Pair[] {
  const width = other.length + 1;
  const likeness = new Float64Array(one.length * other.length);
  // From each place on: how much can still be paired.
  const best = new Float64Array((one.length + 1) * width);
  for (let i = one.length - 1; i >= 0; i--)
    for (let j = other.length - 1; j >= 0; j--) {
      const like = likenessOf(one[i], other[j]);
      likeness[i * other.length + j] = like;
      const paired = like > 0 ? like + (best[(i + 1) * width + j + 1] ?? 0) : 0;
      best[i * width + j] = Math.max(paired, best[(i + 1) * width + j] ?? 0, best[i * width + j + 1] ?? 0);
    }
  const pairs: Pair[] = [];
  let [i, j] = [0, 0];
  for (let [left, right] = [one[i], other[j]]; left || right; [left, right] = [one[i], other[j]]) {
    const like = left && right ? (likeness[i * other.length + j] ?? 0) : 0;
    const here = best[i * width + j] ?? 0;
    if (left && right && like > 0 && here === like + (best[(i + 1) * width + j + 1] ?? 0)) {
      pairs.push([left.node, right.node]);
      [i, j] = [i + 1, j + 1];
    } else if (left && (!right || here === (best[(i + 1) * width + j] ?? 0))) {
      pairs.push([left.node, null]);
      i++;
    } else if (right) {
      pairs.push([null, right.node]);
      j++;
    }
  }
  return pairs;
}

/** 1 for the same, 0 for two that have nothing to do with each other. */
function likenessOf(one: Known | undefined, other: Known | undefined): number {
  if (!one || !other) return 0;
  if (one.key === other.key) return 1;
  const all = one.count + other.count;
  if (all === 0 || !canBecome(one.node, other.node)) return 0;
  if ((2 * Math.min(one.count, other.count)) / all < akin) return 0;
  let common = 0;
  for (const [word, count] of one.words) common += Math.min(count, other.words.get(word) ?? 0);
  const like = (2 * common) / all;
  return like < akin ? 0 : like * (one.node.type === other.node.type ? 0.99 : 0.9);
}

/** Running text never becomes a list: that is one block gone and another one new. */
const canBecome = (one: BodyNode, other: BodyNode): boolean => isRunningText(one) === isRunningText(other);

const isRunningText = ({ content = [] }: BodyNode): boolean => content.some(({ text }) => text !== undefined);
