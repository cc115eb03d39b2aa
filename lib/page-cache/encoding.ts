/** The content codings that an answer is kept in. */
export type Encoding = "br" | "gzip" | "identity";

/** Best first, where the reader has no preference. */
const OURS: readonly Encoding[] = ["br", "gzip", "identity"];

const REMEMBERED = 200;
const LONGEST_REMEMBERED = 100;
const remembered = new Map<string, Encoding>();

/** The coding to answer with. Browsers send few different headers, so what was worked out once is remembered. */
export function preferredEncoding(accepted: string | undefined): Encoding {
  if (accepted === undefined) return "identity";
  const known = remembered.get(accepted);
  if (known !== undefined) return known;
  const encoding = chosenFrom(accepted);
  if (remembered.size < REMEMBERED && accepted.length <= LONGEST_REMEMBERED) remembered.set(accepted, encoding);
  return encoding;
}

function chosenFrom(accepted: string): Encoding {
  const weights = new Map<string, number>();
  for (const part of accepted.toLowerCase().split(",")) {
    const [name = "", ...parameters] = part.split(";");
    weights.set(name.trim().replace(/^x-gzip$/, "gzip"), weightIn(parameters));
  }
  const weightOf = (encoding: Encoding) =>
    weights.get(encoding) ?? weights.get("*") ?? (encoding === "identity" ? 0.001 : 0);
  let best: Encoding = "identity";
  let most = 0;
  for (const encoding of OURS) {
    if (weightOf(encoding) <= most) continue;
    best = encoding;
    most = weightOf(encoding);
  }
  return best;
}

function weightIn(parameters: readonly string[]): number {
  for (const parameter of parameters) {
    const q = /^\s*q\s*=\s*([\d.]+)\s*$/.exec(parameter)?.[1];
    if (q !== undefined) return Number(q) || 0;
  }
  return 1;
}
