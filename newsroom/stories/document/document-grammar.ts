import type { NodeType, Schema } from "@tiptap/pm/model";
import { documentSchema } from "../../body/annotations.ts";
import { lineSchema } from "./document.ts";
import { typeNamed } from "./misplaced.ts";

/** What a part of a story's document is made of, by the name of the part. */
export const schemaOf = (root: string): Schema => (root === "body" ? documentSchema : lineSchema);

/** What may stand in which block, wherever in it. */
const holds = new Map([documentSchema, lineSchema].map((schema) => [schema, heldIn(schema)]));

/** May a block of that name, or "text", stand in this one at all? It may still be in the wrong order, or once too often. */
export const mayHold = (root: string, block: string, child: string): boolean =>
  holds.get(schemaOf(root))?.get(block)?.has(child) ?? false;

/** Is this an attribute of blocks of that name? */
export const hasAttribute = (block: string, attribute: string): boolean =>
  Object.hasOwn(typeNamed(documentSchema, block)?.spec.attrs ?? {}, attribute);

function heldIn({ nodes }: Schema): Map<string, Set<string>> {
  return new Map(Object.values(nodes).map((type) => [type.name, childrenOf(type)]));
}

function childrenOf({ contentMatch }: NodeType): Set<string> {
  const names = new Set<string>();
  const seen = new Set([contentMatch]);
  for (const match of seen)
    for (let at = 0; at < match.edgeCount; at++) {
      const { type, next } = match.edge(at);
      names.add(type.name);
      seen.add(next);
    }
  return names;
}
