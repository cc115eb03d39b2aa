import { editScript } from "./edit-script.ts";

export interface Stretch {
  kind: "same" | "gone" | "new";
  text: string;
}

/** Beyond this many changed words a finer comparison helps nobody. */
export const mostChangedWords = 800;

/** Words, spaces and signs, each for itself; joined they are the text. */
export const tokensOf = (text: string): string[] =>
  text.match(/\n|[^\S\n]+|[\p{L}\p{M}\p{N}]+|[^\s\p{L}\p{M}\p{N}]/gu) ?? [];

/** How `after` differs from `before`, word by word: "gone" stands in the first only, "new" in the second only. */
export function wordDifference(before: string, after: string): Stretch[] {
  const [one, other] = [tokensOf(before), tokensOf(after)];
  const script = editScript(one, other, mostChangedWords);
  if (!script)
    return [
      { kind: "gone", text: before },
      { kind: "new", text: after },
    ];
  return joined(script.map(({ kind, at }) => ({ kind, text: (kind === "new" ? other[at] : one[at]) ?? "" })));
}

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
