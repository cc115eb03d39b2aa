export interface Step {
  kind: "same" | "gone" | "new";
  /** Its place in `one` if it stands there, else in `other`. */
  at: number;
}

/** The shortest way from `one` to `other` (Myers); null when it takes more than `most` steps. */
export function editScript(one: readonly string[], other: readonly string[], most: number): Step[] | null {
  let start = 0;
  while (start < one.length && start < other.length && one[start] === other[start]) start++;
  let end = 0;
  while (end < one.length - start && end < other.length - start && one.at(-1 - end) === other.at(-1 - end)) end++;
  const middle = shortest(one.slice(start, one.length - end), other.slice(start, other.length - end), most);
  return (
    middle && [
      ...same(0, start),
      ...middle.map(({ kind, at }): Step => ({ kind, at: at + start })),
      ...same(one.length - end, end),
    ]
  );
}

const same = (from: number, count: number): Step[] =>
  Array.from({ length: count }, (_, n): Step => ({ kind: "same", at: from + n }));

function shortest(one: readonly string[], other: readonly string[], most: number): Step[] | null {
  const reached = Math.min(one.length + other.length, most);
  // How far in `one` each diagonal has come; diagonals run from -reached to reached.
  const reach = new Int32Array(2 * reached + 3).fill(-1);
  const middle = reached + 1;
  reach[middle + 1] = 0;
  const trail: Int32Array[] = [];
  for (let changes = 0; changes <= reached; changes++) {
    trail.push(reach.slice(middle - changes - 1, middle + changes + 2));
    for (let diagonal = -changes; diagonal <= changes; diagonal += 2) {
      const [less = -1, more = -1] = [reach[middle + diagonal - 1], reach[middle + diagonal + 1]];
      let x = isDown(less, more, diagonal, changes) ? more : less + 1;
      while (x < one.length && x - diagonal < other.length && one[x] === other[x - diagonal]) x++;
      reach[middle + diagonal] = x;
      if (x >= one.length && x - diagonal >= other.length) return walkBack(trail, one.length, other.length);
    }
  }
  return null;
}

function walkBack(trail: Int32Array[], x: number, y: number): Step[] {
  const steps: Step[] = [];
  for (let changes = trail.length - 1; changes >= 0; changes--) {
    const diagonal = x - y;
    const at = (other: number) => trail[changes]?.[other + changes + 1] ?? -1;
    const down = isDown(at(diagonal - 1), at(diagonal + 1), diagonal, changes);
    const fromX = at(down ? diagonal + 1 : diagonal - 1);
    const fromY = fromX - (down ? diagonal + 1 : diagonal - 1);
    for (; x > fromX && y > fromY && x > 0 && y > 0; x--, y--) steps.push({ kind: "same", at: x - 1 });
    if (changes === 0) break;
    if (down) steps.push({ kind: "new", at: --y });
    else steps.push({ kind: "gone", at: --x });
  }
  return steps.reverse();
}

const isDown = (less: number, more: number, diagonal: number, changes: number): boolean =>
  diagonal === -changes || (diagonal !== changes && less < more);
