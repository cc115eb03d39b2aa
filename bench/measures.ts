/** The middle of some milliseconds. */
export function median(values: number[]): number {
  const sorted = values.toSorted((one, other) => one - other);
  const middle = sorted.length >> 1;
  const [low = Number.NaN, high = Number.NaN] = [sorted[middle - 1], sorted[middle]];
  return sorted.length % 2 === 1 ? high : (low + high) / 2;
}

/** Milliseconds that `work` takes. */
export async function timed(work: () => Promise<unknown>): Promise<number> {
  const since = performance.now();
  await work();
  return performance.now() - since;
}

/** Milliseconds until `seen` says yes, asked again without a pause; fails after ten seconds. */
export async function until(seen: () => Promise<boolean>): Promise<number> {
  const since = performance.now();
  while (!(await seen()))
    if (performance.now() - since > 10_000) throw new Error("It did not happen within ten seconds.");
  return performance.now() - since;
}

export interface Target {
  name: string;
  value: number;
  unit: "ms" | "s" | "×" | "req/s" | "MB";
  /** What the number is held to, if it is. */
  limit?: { most: number } | { least: number };
}

/** One line a number, with what it is held to. Answers whether all were kept. */
export function report(targets: Target[]): boolean {
  let kept = true;
  for (const { name, value, unit, limit } of targets) {
    const isKept = !limit || ("most" in limit ? value <= limit.most : value >= limit.least);
    kept &&= isKept;
    const digits = unit === "×" || unit === "s" ? 2 : unit === "ms" ? 1 : 0;
    const held = limit ? ("most" in limit ? `at most ${limit.most}` : `at least ${limit.least}`) : "";
    console.log(
      `${isKept ? "  " : "✗ "}${name.padEnd(64)} ${value.toFixed(digits).padStart(9)} ${unit.padEnd(6)} ${held}`,
    );
  }
  return kept;
}
