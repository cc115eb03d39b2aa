import { Extension } from "@tiptap/core";
import type { Node } from "@tiptap/pm/model";
import { type EditorState, Plugin, PluginKey, type Transaction } from "@tiptap/pm/state";
import { Decoration, DecorationSet, type EditorView } from "@tiptap/pm/view";
import styles from "./Finding.module.css";
import type { Span } from "./matches.ts";
import type { Search } from "./text-matches.ts";

export interface Found {
  search: Search | null;
  matches: readonly Span[];
  /** Index of the match that one looks at; -1 if it is in no match of this field. */
  current: number;
  marks: DecorationSet;
}

/** `near` makes the first match from there on the current one; null makes none. */
type Step = { search: Search | null } | { near: number | null } | { current: number };

const key = new PluginKey<Found>("finding");
const nothing: Found = { search: null, matches: [], current: -1, marks: DecorationSet.empty };

/** Shows where the words that somebody looks for stand. */
export const Finding = Extension.create({
  name: "finding",
  addProseMirrorPlugins: () => [findingPlugin()],
});

export const foundIn = (state: EditorState): Found => key.getState(state) ?? nothing;

export const withStep = (tr: Transaction, step: Step): Transaction => tr.setMeta(key, step);

/** Typing comes first: the text is looked through again once it pauses. */
const pauseMs = 150;
/** A browser slows down with many thousands of marked places; more are counted than shown. */
const shown = 1_000;

export const findingPlugin = (): Plugin<Found> =>
  new Plugin<Found>({
    key,
    state: {
      init: () => nothing,
      apply(tr, found) {
        const step: Step | undefined = tr.getMeta(key);
        if (step) return afterStep(found, step, tr);
        return found.search !== null && tr.docChanged ? moved(found, tr) : found;
      },
    },
    props: { decorations: (state) => foundIn(state).marks },
    view: () => {
      let pause: ReturnType<typeof setTimeout> | undefined;
      return {
        update(view: EditorView, before: EditorState) {
          const { search } = foundIn(view.state);
          if (search === null || view.state.doc === before.doc || foundIn(before).search !== search) return;
          clearTimeout(pause);
          pause = setTimeout(() => {
            if (!view.isDestroyed) view.dispatch(withStep(view.state.tr, { near: currentStart(view.state) ?? null }));
          }, pauseMs);
        },
        destroy: () => clearTimeout(pause),
      };
    },
  });

const currentStart = (state: EditorState): number | undefined => {
  const { matches, current } = foundIn(state);
  return matches[current]?.from;
};

function afterStep(found: Found, step: Step, { doc }: Transaction): Found {
  if ("current" in step) return withMarks({ ...found, current: step.current }, doc);
  const search = "search" in step ? step.search : found.search;
  const matches = search?.(doc) ?? [];
  const near = "near" in step ? step.near : null;
  const current = near === null ? -1 : matches.findIndex(({ from }) => from >= near);
  return withMarks({ search, matches, current, marks: DecorationSet.empty }, doc);
}

function moved(found: Found, { mapping, doc }: Transaction): Found {
  const matches: Span[] = [];
  let current = -1;
  for (const [at, { from, to }] of found.matches.entries()) {
    const span = { from: mapping.map(from, 1), to: mapping.map(to, -1) };
    if (span.from >= span.to) continue;
    if (at === found.current) current = matches.length;
    matches.push(span);
  }
  return { ...found, matches, current, marks: found.marks.map(mapping, doc) };
}

function withMarks(found: Found, doc: Node): Found {
  const { matches, current } = found;
  const first = Math.max(0, current - shown);
  const marks = matches
    .slice(first, first + 2 * shown)
    .map(({ from, to }, at) =>
      Decoration.inline(from, to, { class: `${styles.match} ${first + at === current ? styles.current : ""}`.trim() }),
    );
  return { ...found, marks: marks.length === 0 ? DecorationSet.empty : DecorationSet.create(doc, marks) };
}
