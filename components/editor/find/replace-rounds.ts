import type { Node } from "@tiptap/pm/model";
import type { EditorView } from "@tiptap/pm/view";
import type { Span } from "./matches.ts";
import { replaceMatches } from "./replace-matches.ts";

/** A line with still more matches has the others replaced at once. */
const mostRounds = 50;

/**
 * Replaces all matches but one in each line, the last first, round by round: the binding to Yjs takes what differs in a line for one
 * change, and writes anew what stands between two of them, away from under the words of others. Answers how many, and where the others stand now.
 */
export function replaceAllButOne(
  view: Pick<EditorView, "state" | "dispatch">,
  matches: readonly Span[],
  words: string,
): { rest: Span[]; replaced: number } {
  let replaced = 0;
  const lines = byLine(view.state.doc, matches);
  for (let round = 0; round < mostRounds; round++) {
    const last = lines.flatMap(({ line, spans }) => (spans.length > 1 ? [{ line, spans: spans.splice(-1) }] : []));
    if (last.length === 0) break;
    const { tr } = view.state;
    replaced += replaceMatches(tr, spansIn(tr.doc, last), words);
    if (tr.docChanged) view.dispatch(tr);
  }
  return { rest: spansIn(view.state.doc, lines), replaced };
}

/** Matches of one line, by its number, with their places in it. */
interface InLine {
  line: number;
  spans: Span[];
}

const startsOf = (doc: Node): number[] => {
  const starts: number[] = [];
  doc.descendants((node, at) => {
    if (node.isTextblock) starts.push(at + 1);
    return !node.isTextblock;
  });
  return starts;
};

function byLine(doc: Node, matches: readonly Span[]): InLine[] {
  const numbers = new Map(startsOf(doc).map((start, line) => [start, line]));
  const lines = new Map<number, InLine>();
  for (const { from, to } of matches) {
    const start = doc.resolve(from).start();
    const line = numbers.get(start) ?? 0;
    const one = lines.get(line) ?? { line, spans: [] };
    one.spans.push({ from: from - start, to: to - start });
    lines.set(line, one);
  }
  return [...lines.values()];
}

function spansIn(doc: Node, lines: readonly InLine[]): Span[] {
  const starts = startsOf(doc);
  return lines.flatMap(({ line, spans }) => {
    const start = starts[line] ?? 0;
    return spans.map(({ from, to }) => ({ from: start + from, to: start + to }));
  });
}
