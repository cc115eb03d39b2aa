import { Extension } from "@tiptap/core";
import { nodeDefinitions } from "./nodes.ts";

/**
 * What somebody may propose about a block as a whole. Each kind is an attribute of its own, so that two people's proposals about one
 * block both stay; its value is a string of JSON, since the binding to Yjs takes two equal objects for different ones.
 * `inserted`: the block is new. `deleted`: it is to go. `split`: it was one with the block before. `joined`: it is to be one with that.
 * `changed`: it was of another kind, or its attributes were others.
 */
export const blockProposals = ["inserted", "deleted", "split", "joined", "changed"] as const;
export type BlockProposal = (typeof blockProposals)[number];

/** Breaks and amounts as well: the binding carries marks of text alone. */
const carriers = [...nodeDefinitions.map(({ extension }) => extension.name), "horizontalRule", "hardBreak"];

const attribute = (name: BlockProposal) => ({
  default: null,
  keepOnSplit: false,
  parseHTML: () => null,
  renderHTML: (attrs: Record<string, unknown>) => (attrs[name] ? { [`data-${name}`]: "" } : {}),
});

export const blockSuggestions = Extension.create({
  name: "blockSuggestions",
  addGlobalAttributes: () => [
    { types: carriers, attributes: Object.fromEntries(blockProposals.map((name) => [name, attribute(name)])) },
  ],
});
