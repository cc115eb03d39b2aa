import { Fragment, type Mark, type Node, Slice } from "@tiptap/pm/model";
import type { Thread } from "#newsroom/stories/comments/comments";
import { inBlocksWith } from "../blocks-with.ts";

export interface Span {
  from: number;
  to: number;
}

/** Where the words of each thread stand in a text, by the thread's id, in the text's order. */
export type Spots = ReadonlyMap<string, Span[]>;

const idsOf = (marks: readonly Mark[]): string[] =>
  marks.flatMap(({ type, attrs }) => (type.name === "comment" && typeof attrs.id === "string" ? [attrs.id] : []));

const inCommented = inBlocksWith((node) => idsOf(node.marks).length > 0);

export function spotsOf(doc: Node): Spots {
  const spots = new Map<string, Span[]>();
  inCommented(doc, (node, at) => {
    if (!node.isInline) return;
    for (const id of idsOf(node.marks)) {
      const spans = spots.get(id) ?? [];
      const last = spans.at(-1);
      if (last?.to === at) last.to = at + node.nodeSize;
      else spans.push({ from: at, to: at + node.nodeSize });
      spots.set(id, spans);
    }
  });
  return spots;
}

/** Of the threads at a place in the text, the one about the fewest words. */
export function threadAt(spots: Spots, at: number, isShown: (id: string) => boolean): string | null {
  let best: { id: string; size: number } | null = null;
  for (const [id, spans] of spots) {
    if (!isShown(id) || !spans.some(({ from, to }) => from <= at && at <= to)) continue;
    const size = spans.reduce((sum, { from, to }) => sum + to - from, 0);
    if (!best || size < best.size) best = { id, size };
  }
  return best?.id ?? null;
}

/** `gone`: its words were deleted. `story`: it is about none in particular, or about some that were never marked. */
export type Place = "words" | "gone" | "story";

/** Threads as a list beside the text shows them: in the text's order, then those whose words are gone, then those about the story. */
export function placed<Shown extends Pick<Thread, "id" | "isAnchored">>(
  threads: readonly Shown[],
  inText: readonly string[],
): { thread: Shown; place: Place }[] {
  const placeOf = ({ id, isAnchored }: Shown): Place => (inText.includes(id) ? "words" : isAnchored ? "gone" : "story");
  const order: Place[] = ["words", "gone", "story"];
  return threads
    .map((thread) => ({ thread, place: placeOf(thread) }))
    .sort(
      (one, other) =>
        order.indexOf(one.place) - order.indexOf(other.place) ||
        inText.indexOf(one.thread.id) - inText.indexOf(other.thread.id),
    );
}

/** A comment that may not come along with pasted words: its words still stand here, or it is none of this story. */
export function withoutStrayComments(slice: Slice, stays: (id: string) => boolean): Slice {
  const kept = (marks: readonly Mark[]) =>
    marks.filter((mark) => mark.type.name !== "comment" || stays(String(mark.attrs.id)));
  const cleaned = (fragment: Fragment): Fragment =>
    Fragment.fromArray(
      fragment.content.map((node) => {
        const bare = node.isText ? node : node.copy(cleaned(node.content));
        return bare.mark(kept(bare.marks));
      }),
    );
  return new Slice(cleaned(slice.content), slice.openStart, slice.openEnd);
}

/** The threads that have words outside of what is selected. */
export function threadsOutside(doc: Node, selected: readonly Span[]): Set<string> {
  const ids = new Set<string>();
  for (const [id, spans] of spotsOf(doc))
    if (spans.some((span) => !selected.some(({ from, to }) => from <= span.from && span.to <= to))) ids.add(id);
  return ids;
}

/** Where these words stand, if they stand just once, within one paragraph. */
export function onlyPlaceOf(doc: Node, words: string): Span | null {
  const found: Span[] = [];
  doc.descendants((node, at) => {
    if (!node.isTextblock) return;
    const text = node.textBetween(0, node.content.size, "\ufffc", "\ufffc");
    for (let from = text.indexOf(words); from !== -1 && words !== ""; from = text.indexOf(words, from + 1))
      found.push({ from: at + 1 + from, to: at + 1 + from + words.length });
  });
  return found.length === 1 ? (found[0] ?? null) : null;
}
