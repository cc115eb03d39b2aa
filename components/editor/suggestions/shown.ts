import type { Node, ResolvedPos } from "@tiptap/pm/model";
import { Decoration, DecorationSet } from "@tiptap/pm/view";
import { blockProposals } from "#newsroom/body/block-suggestions";
import { blockProposal, type Proposal, proposalIn } from "#newsroom/body/suggestions";
import { inBlocksWith } from "../blocks-with.ts";
import { hueOf } from "../writers/writers.ts";

const marks = { insertion: "added", deletion: "removed", formatting: "formatted" } as const;
const isMark = (name: string): name is keyof typeof marks => Object.hasOwn(marks, name);

const blockWords = {
  inserted: "New",
  deleted: "To be taken out",
  split: "New paragraph",
  joined: "To be joined to what stands before",
  changed: "Of another kind",
} as const;

/** Where a part of a proposal stands. */
interface Place {
  id: string;
  at: number;
  /** Where a cursor in it stands. */
  inside: number;
}

function proposalsOf(node: Node): { proposal: Proposal; look: string; words: string | null }[] {
  const ofWords = node.marks.flatMap(({ type, attrs }) =>
    isMark(type.name) ? [{ proposal: proposalIn(attrs), look: marks[type.name], words: null }] : [],
  );
  const ofBlock = blockProposals.flatMap((kind) => {
    const proposal = blockProposal(node.attrs, kind);
    return proposal ? [{ proposal, look: kind, words: node.isInline ? null : blockWords[kind] }] : [];
  });
  return [...ofWords, ...ofBlock];
}

const inProposed = inBlocksWith((node) => proposalsOf(node).length > 0);

/** Every part of every proposal, in the order of the text. */
export function suggestionPlaces(doc: Node): Place[] {
  const places: Place[] = [];
  inProposed(doc, (node, at) => {
    for (const { proposal } of proposalsOf(node))
      places.push({ id: proposal.id, at, inside: node.isText ? at + node.nodeSize : at + (node.isLeaf ? 0 : 1) });
  });
  return places;
}

/** The proposal at a place: of the words beside it, else of the blocks around it. */
export function suggestionAt($pos: ResolvedPos): string | null {
  for (const node of [$pos.nodeBefore, $pos.nodeAfter]) {
    const [first] = node ? proposalsOf(node) : [];
    if (first) return first.proposal.id;
  }
  for (let depth = $pos.depth; depth > 0; depth--) {
    const [first] = proposalsOf($pos.node(depth));
    if (first) return first.proposal.id;
  }
  return null;
}

/** How proposals look in the text (suggestions.css): each in its author's colour. */
export function shownSuggestions(doc: Node, current: string | null): DecorationSet {
  const shown: Decoration[] = [];
  inProposed(doc, (node, at) => {
    for (const { proposal, look, words } of proposalsOf(node)) {
      const attrs = {
        class: `suggested suggested-${look}${proposal.id === current ? " suggested-current" : ""}`,
        "data-hue": String(hueOf(proposal.by)),
        ...(words && { "data-proposed": words }),
      };
      const to = at + node.nodeSize;
      shown.push(node.isText ? Decoration.inline(at, to, attrs) : Decoration.node(at, to, attrs));
    }
  });
  return shown.length === 0 ? DecorationSet.empty : DecorationSet.create(doc, shown);
}
