import { Fragment, type Mark, type Node } from "@tiptap/pm/model";
import { type BlockProposal, blockProposals } from "#newsroom/body/block-suggestions";
import { attrsAlone, blockProposal, type Proposal, proposalIn } from "#newsroom/body/suggestions";

const proposals = new Set(["insertion", "deletion", "formatting"]);

const withoutProposals = (marks: readonly Mark[]): Mark[] => marks.filter(({ type }) => !proposals.has(type.name));

/** What this person proposes about words, or about what stands among them; only words can bear marks in Yjs. */
export function ownMark(node: Node, name: "insertion" | "deletion", by: string): Proposal | null {
  if (!node.isText) return ownProposal(node, name === "insertion" ? "inserted" : "deleted", by);
  const mark = node.marks.find(({ type, attrs }) => type.name === name && attrs.by === by);
  return mark ? proposalIn(mark.attrs) : null;
}

export function ownProposal(node: Node, kind: BlockProposal, by: string): Proposal | null {
  const proposal = blockProposal(node.attrs, kind);
  return proposal?.by === by ? proposal : null;
}

/** Is everything in this node words that the person proposed? */
export function isAllOwn(node: Node, by: string): boolean {
  let isOwn = true;
  node.descendants((child) => {
    if (child.isInline && !ownMark(child, "insertion", by)) isOwn = false;
    return isOwn;
  });
  return isOwn;
}

export const isDeleted = (node: Node): boolean =>
  node.isText ? node.marks.some(({ type }) => type.name === "deletion") : blockProposal(node.attrs, "deleted") !== null;

export const asAttribute = ({ id, by, at }: Proposal, was?: object): string =>
  JSON.stringify({ id, by, at, ...(was && { was }) });

/**
 * Nodes as somebody's proposal: their words are marked, and nothing that others proposed comes along. Comments do: the words may stand
 * in the place of those that were commented on.
 */
export function proposed(content: Fragment, proposal: Proposal): Fragment {
  const nodes = content.content
    .filter((node) => !isDeleted(node))
    .flatMap((node) => {
      if (!node.isInline) {
        const content = proposed(node.content, proposal);
        // A list without items is none.
        return content.size === 0 && node.content.size > 0 && !node.isTextblock ? [] : freed(node, {}, content);
      }
      if (!node.isText) return freed(node, { inserted: asAttribute(proposal) });
      const insertion = node.type.schema.mark("insertion", { ...proposal });
      return node.mark(insertion.addToSet(withoutProposals(node.marks)));
    });
  return Fragment.fromArray(nodes);
}

/** A block with other proposals about it, and no more. */
export const freed = (node: Node, about: Partial<Record<BlockProposal, string>>, content = node.content): Node =>
  node.type.create({ ...attrsAlone(node.attrs), ...about }, content, withoutProposals(node.marks));

export const hasBlockProposal = (node: Node): boolean =>
  blockProposals.some((kind) => typeof node.attrs[kind] === "string");
