import { Fragment, type Node, Slice } from "@tiptap/pm/model";
import { type EditorState, NodeSelection, Selection, TextSelection, type Transaction } from "@tiptap/pm/state";
import {
  AddMarkStep,
  AttrStep,
  Mapping,
  RemoveMarkStep,
  ReplaceAroundStep,
  ReplaceStep,
  type Step,
} from "@tiptap/pm/transform";
import { blockProposals } from "#newsroom/body/block-suggestions";
import { attrsAlone, blockProposal, type Proposal } from "#newsroom/body/suggestions";
import { carryColumns } from "./column-proposals.ts";
import { fits, keepsText } from "./decisions.ts";
import { asAttribute, freed, ownMark, ownProposal, proposed } from "./own-marks.ts";
import { proposeFormat } from "./propose-format.ts";
import { closedEdge, wholeChange, withoutInherited } from "./put-in.ts";
import { type Rebuilt, rebuiltBlocks } from "./rebuilt-blocks.ts";
import { takeOut } from "./taken-out.ts";

export interface Author {
  /** Staff id. */
  by: string;
  now: Date;
  newId: () => string;
}

/** Typing on within this time is one proposal. */
const oneProposalMs = 10 * 60_000;

/**
 * What somebody did to the text, as a proposal: new words are marked, words that would be gone stay and are marked. Null if it is of a
 * kind that cannot be proposed.
 */
export function suggested(tr: Transaction, state: EditorState, author: Author): Transaction | null {
  const rewriting = new Rewriting(state, author);
  if (tr.steps.some((step) => step instanceof AttrStep && isProposal(step.attr))) return null;
  const isKept = () => fits(state.doc, rewriting.doc) && keepsText(state.doc, rewriting.doc);
  const isDone = tr.steps.every((step, at) => rewriting.take(step, backTo(tr, at), tr.mapping.slice(at + 1)));
  if (isDone && isKept()) return rewriting.done(tr);
  rewriting.again();
  const isWhole = wholeChange(tr)?.every(({ from, to, slice, end }) =>
    rewriting.replace(from, to, slice, { from, to: end }),
  );
  if (isWhole && isKept()) return rewriting.done(tr);
  return rewriting.again().rebuild(tr) ? rewriting.done(tr) : null;
}

const proposals: readonly string[] = blockProposals;
const isProposal = (attribute: string): boolean => proposals.includes(attribute);

/** From before the step with this index to the text before all. */
const backTo = (tr: Transaction, at: number): Mapping => new Mapping(tr.mapping.maps.slice(0, at)).invert();

/** Words that were put in, where they stand after what the person did and where they stand among the proposals. */
interface PutIn {
  from: number;
  to: number;
  at: number;
  /** How many steps the proposals had by then. */
  steps: number;
}

class Rewriting {
  readonly #state: EditorState;
  readonly #author: Author;
  #tr: Transaction;
  #putIn: PutIn[] = [];
  #fresh: Proposal | null = null;
  #rebuilt: Rebuilt | null = null;

  constructor(state: EditorState, author: Author) {
    this.#state = state;
    this.#author = author;
    this.#tr = state.tr;
  }

  get doc(): Node {
    return this.#tr.doc;
  }

  again(): this {
    this.#tr = this.#state.tr;
    this.#putIn = [];
    this.#rebuilt = null;
    return this;
  }

  take(step: Step, back: Mapping, onward: Mapping): boolean {
    const place = (pos: number, side: -1 | 1): number | null => {
      const before = back.mapResult(pos, side);
      return before.deletedAcross ? null : this.#tr.mapping.map(before.pos, side);
    };
    if (step instanceof ReplaceStep) {
      const from = place(step.from, step.from === step.to ? 1 : -1);
      const to = place(step.to, 1);
      if (from === null || to === null) return false;
      const putIn = {
        from: onward.map(step.from, -1),
        to: onward.map(step.from + step.slice.size, 1),
      };
      return this.replace(Math.min(from, to), to, step.slice, putIn);
    }
    if (step instanceof ReplaceAroundStep) {
      const from = place(step.from, 1);
      return from !== null && this.#changeKind(step, from);
    }
    if (step instanceof AddMarkStep || step instanceof RemoveMarkStep) {
      const [from, to] = [place(step.from, 1), place(step.to, -1)];
      const isOn = step instanceof AddMarkStep;
      const { mark } = step;
      return (
        from !== null && to !== null && proposeFormat(this.#tr, { from, to, mark, isOn }, () => this.#newProposal())
      );
    }
    return false;
  }

  /** Puts a slice in the place of a range of the proposals' text. */
  replace(from: number, to: number, slice: Slice, putIn: { from: number; to: number } | null = null): boolean {
    const proposal = this.#proposalAt(from, to);
    const edge = closedEdge(this.#tr.doc, from, to, slice);
    if (edge) {
      const { inline, rest, at } = edge;
      const [first, second] = at === "start" ? [inline, rest] : [rest, inline];
      const before = this.#tr.mapping.maps.length;
      if (!this.#insert(from, first, proposal)) return false;
      const next = this.#tr.mapping.slice(before).map(to, 1);
      if (!this.#insert(next, second, proposal)) return false;
      return true;
    }
    const at = to > from ? takeOut(this.#tr, from, to, proposal) : from;
    if (at === null) return false;
    if (slice.size === 0) return true;
    const steps = this.#tr.steps.length;
    if (!this.#insert(at, slice, proposal)) return false;
    if (putIn) this.#putIn.push({ ...putIn, at, steps });
    return true;
  }

  /** For what cannot be told step by step: whole blocks as they were, and as they would be. */
  rebuild(made: Transaction): boolean {
    this.#rebuilt = rebuiltBlocks(made, this.#state, this.#author.by, (own) =>
      own && this.#isYoung(own) ? own : this.#newProposal(),
    );
    if (this.#rebuilt) this.#tr = this.#rebuilt.tr;
    return this.#rebuilt !== null;
  }

  #isYoung({ at }: Proposal): boolean {
    return this.#author.now.getTime() - Date.parse(at) < oneProposalMs;
  }

  #newProposal(): Proposal {
    const { by, now, newId } = this.#author;
    this.#fresh ??= { id: newId(), by, at: now.toISOString() };
    return this.#fresh;
  }

  /** One's own proposal beside the place, if it is young; else a new one. */
  #proposalAt(from: number, to: number): Proposal {
    const { by } = this.#author;
    for (const pos of [from, to]) {
      const $pos = this.#tr.doc.resolve(pos);
      if (!$pos.parent.isTextblock) continue;
      const beside = [$pos.nodeBefore, $pos.nodeAfter].flatMap((node) =>
        node ? [ownMark(node, "insertion", by), ownMark(node, "deletion", by)] : [],
      );
      const around = [ownProposal($pos.parent, "split", by), ownProposal($pos.parent, "inserted", by)];
      const own = [...beside, ...around].find((proposal) => proposal !== null && this.#isYoung(proposal));
      if (own) return own;
    }
    return this.#newProposal();
  }

  #insert(at: number, slice: Slice, proposal: Proposal): boolean {
    if (slice.size === 0) return true;
    const $at = this.#tr.doc.resolve(at);
    const { openStart, openEnd } = slice;
    const free = withoutInherited(slice.content, $at);
    const content = proposed(free, proposal);
    const isFlat = openStart === 0 && openEnd === 0;
    if ($at.parent.isTextblock) {
      if (isFlat && free.content.every(({ isInline }) => isInline)) return this.#put(at, new Slice(content, 0, 0));
      if (openStart !== openEnd || content.childCount !== slice.content.childCount || content.childCount < 2)
        return false;
      const isItems = openStart === 2 && content.childCount === 2 && $at.node(-1).type.name === "listItem";
      if (openStart !== 1 && !isItems) return false;
      const last = content.childCount - 1;
      if (openStart === 1 && !(content.firstChild?.isTextblock && content.lastChild?.isTextblock)) return false;
      // Both parts of a block are as new, or as much about to go, as it was.
      const { inserted, deleted } = $at.node($at.depth - openStart + 1).attrs;
      const whole = { ...(inserted && { inserted }), ...(deleted && { deleted }) };
      const parts = content.content.map((node, index) =>
        index === 0
          ? node
          : freed(
              node,
              index === last ? { ...whole, split: asAttribute(proposal) } : { inserted: asAttribute(proposal) },
            ),
      );
      return this.#put(at, new Slice(Fragment.fromArray(parts), openStart, openEnd));
    }
    if (!isFlat) return false;
    const parts = content.content.map((node) => freed(node, { inserted: asAttribute(proposal) }));
    return this.#put(at, new Slice(Fragment.fromArray(parts), 0, 0));
  }

  #put(at: number, slice: Slice): boolean {
    return this.#tr.maybeStep(new ReplaceStep(at, at, slice)).failed === null;
  }

  /** A block that becomes one of another kind, or of other attributes. */
  #changeKind(step: ReplaceAroundStep, at: number): boolean {
    const { slice, insert } = step;
    const node = this.#tr.doc.nodeAt(at);
    const next = slice.content.firstChild;
    const isShell =
      insert === 1 &&
      slice.openStart === 0 &&
      slice.openEnd === 0 &&
      slice.content.childCount === 1 &&
      slice.size === 2;
    const isAround = step.gapFrom === step.from + 1 && step.gapTo === step.to - 1;
    if (!node || !next || !isShell || !isAround) return false;
    const isLine = node.isTextblock && next.isTextblock;
    if (!isLine && node.type.spec.content !== next.type.spec.content) return false;
    const { by } = this.#author;
    const { inserted, deleted, split, joined, changed } = node.attrs;
    const kept = { inserted, deleted, split, joined, changed };
    const attrs = { ...attrsAlone(next.attrs), ...kept };
    if (ownProposal(node, "inserted", by) ?? ownProposal(node, "split", by)) return this.#retype(at, next, attrs);
    const earlier = blockProposal(node.attrs, "changed");
    if (earlier && earlier.by !== by) return false;
    const was = earlier?.was ?? { type: node.type.name, attrs: attrsAlone(node.attrs) };
    const isBack = was.type === next.type.name && same(was.attrs ?? {}, attrsAlone(next.attrs));
    const proposal = earlier ?? this.#proposalAt(at + 1, at + 1);
    return this.#retype(at, next, { ...attrs, changed: isBack ? null : asAttribute(proposal, was) });
  }

  #retype(at: number, { type }: Node, attrs: Record<string, unknown>): boolean {
    this.#tr.setNodeMarkup(at, type, attrs);
    return true;
  }

  done(tr: Transaction): Transaction {
    const out = carryColumns(this.#tr);
    const { selection } = this.#state;
    const back = tr.mapping.invert();
    const isForward =
      selection.empty &&
      tr.steps.some((step) => step instanceof ReplaceStep && step.from === selection.from && step.to > step.from);
    const place = (pos: number): number => {
      const rebuilt = this.#rebuilt?.place(pos) ?? null;
      if (rebuilt !== null) return rebuilt;
      const inside = this.#putIn.find(({ from, to }) => from <= pos && pos <= to);
      if (inside) return out.mapping.slice(inside.steps).map(inside.at, -1) + pos - inside.from;
      return out.mapping.map(back.map(pos, isForward ? 1 : -1), isForward ? 1 : -1);
    };
    const within = (pos: number) => Math.max(0, Math.min(place(pos), out.doc.content.size));
    const { anchor, head } = tr.selection;
    if (tr.selection instanceof NodeSelection) {
      const at = within(tr.selection.from);
      const node = out.doc.nodeAt(at);
      out.setSelection(
        node && NodeSelection.isSelectable(node)
          ? NodeSelection.create(out.doc, at)
          : Selection.near(out.doc.resolve(at)),
      );
    } else out.setSelection(TextSelection.between(out.doc.resolve(within(anchor)), out.doc.resolve(within(head))));
    if (tr.storedMarksSet) out.setStoredMarks(tr.storedMarks);
    for (const name of ["uiEvent", "addToHistory", "composition"]) {
      const meta: unknown = tr.getMeta(name);
      if (meta !== undefined) out.setMeta(name, meta);
    }
    return tr.scrolledIntoView ? out.scrollIntoView() : out;
  }
}

const same = (one: object, other: object): boolean => JSON.stringify(one) === JSON.stringify(other);
