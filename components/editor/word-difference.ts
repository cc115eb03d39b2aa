export interface Stretch {
  kind: "same" | "gone" | "new";
  text: string;
}

/** Beyond this many changed words a finer comparison helps nobody. */
const mostChanges = 800;

const tokensOf = (text: string): string[] => text.match(/\n|[^\S\n]+|[\p{L}\p{M}\p{N}]+|[^\s\p{L}\p{M}\p{N}]/gu) ?? [];

/** How `after` differs from `before`, word by word: "gone" stands in the first only, "new" in the second only. */
export function wordDifference(before: string, after: string): Stretch[] {
  const [one, other] = [tokensOf(before), tokensOf(after)];
  let start = 0;
  while (start < one.length && start < other.length && one[start] === other[start]) start++;
  let end = 0;
  while (end < one.length - start && end < other.length - start && one.at(-1 - end) === other.at(-1 - end)) end++;
  const middle = [one.slice(start, one.length - end), other.slice(start, other.length - end)] as const;
  return joined([
    { kind: "same", text: one.slice(0, start).join("") },
    ...(shortestEdit(...middle) ?? [
      { kind: "gone", text: middle[0].join("") },
      { kind: "new", text: middle[1].join("") },
    ]),
    { kind: "same", text: one.slice(one.length - end).join("") },
  ]);
}

/** Myers' shortest edit script; null when it takes more than `mostChanges`. */
function shortestEdit(one: readonly string[], other: readonly string[]): Stretch[] | null {
  const reach = new Map<number, number>([[1, 0]]);
  const trail: Map<number, number>[] = [];
  for (let changes = 0; changes <= Math.min(one.length + other.length, mostChanges); changes++) {
    trail.push(new Map(reach));
    for (let diagonal = -changes; diagonal <= changes; diagonal += 2) {
      let x = isDown(reach, diagonal, changes) ? at(reach, diagonal + 1) : at(reach, diagonal - 1) + 1;
      while (x < one.length && x - diagonal < other.length && one[x] === other[x - diagonal]) x++;
      reach.set(diagonal, x);
      if (x >= one.length && x - diagonal >= other.length) return walkBack(trail, one, other);
    }
  }
  return null;
}

function walkBack(trail: Map<number, number>[], one: readonly string[], other: readonly string[]): Stretch[] {
  const stretches: Stretch[] = [];
  let [x, y] = [one.length, other.length];
  for (let changes = trail.length - 1; changes >= 0; changes--) {
    const reach = trail[changes] ?? new Map();
    const diagonal = x - y;
    const down = isDown(reach, diagonal, changes);
    const fromX = at(reach, down ? diagonal + 1 : diagonal - 1);
    const fromY = fromX - (down ? diagonal + 1 : diagonal - 1);
    for (; x > fromX && y > fromY && x > 0 && y > 0; x--, y--) stretches.push({ kind: "same", text: one[x - 1] ?? "" });
    if (changes === 0) break;
    if (down) stretches.push({ kind: "new", text: other[--y] ?? "" });
    else stretches.push({ kind: "gone", text: one[--x] ?? "" });
  }
  return stretches.reverse();
}

const at = (reach: Map<number, number>, diagonal: number): number => reach.get(diagonal) ?? -1;

const isDown = (reach: Map<number, number>, diagonal: number, changes: number): boolean =>
  diagonal === -changes || (diagonal !== changes && at(reach, diagonal - 1) < at(reach, diagonal + 1));

function joined(stretches: Stretch[]): Stretch[] {
  const result: Stretch[] = [];
  for (const { kind, text } of stretches) {
    const last = result.at(-1);
    if (text === "") continue;
    if (last?.kind === kind) last.text += text;
    else result.push({ kind, text });
  }
  return result;
}
