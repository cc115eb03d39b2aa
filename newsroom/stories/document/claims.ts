import * as Y from "yjs";
import { blockProposals } from "../../body/block-suggestions.ts";
import { carriedIn } from "../../body/carried-marks.ts";
import { blockProposal, isRecord } from "../../body/suggestions.ts";
import { Places } from "./update-places.ts";

/** Whose a suggestion says that it is. */
export interface Claimed {
  suggestionId: string;
  /** Staff id. */
  by: string;
}

/** What an update says of who made what it brings. */
export interface Claims {
  /** The Yjs clients that typed what the document does not have yet. */
  clients: number[];
  suggestions: Claimed[];
  /** It repeats something that the document has. */
  repeats: boolean;
}

type Struct = ReturnType<typeof Y.decodeUpdate>["structs"][number];

/** What this update, which `updateIssue` found nothing against, says beyond what `doc` has. Pure. */
export function claimsIn(doc: Y.Doc, update: Uint8Array): Claims {
  const clients = new Set<number>();
  const suggestions: Claimed[] = [];
  let repeats = false;
  const { structs } = Y.decodeUpdate(update);
  const places = new Places(doc, structs);
  for (const struct of structs) {
    const known = Y.getState(doc.store, struct.id.client);
    repeats ||= struct.id.clock < known;
    if (struct.id.clock + struct.length <= known) continue;
    clients.add(struct.id.client);
    suggestions.push(...suggestionsOf(struct, attributeIn(places, struct)));
  }
  return { clients: [...clients], suggestions, repeats };
}

/** Whose the suggestions are that stand in a document now, by their ids. Pure. */
export function suggestersIn(doc: Y.Doc): Map<string, string> {
  const standing = new Map<string, string>();
  for (const structs of doc.store.clients.values())
    for (const struct of structs)
      if (struct instanceof Y.Item && !struct.deleted)
        for (const { suggestionId, by } of suggestionsOf(struct, struct.parentSub)) standing.set(suggestionId, by);
  return standing;
}

/** The update without what the document has already: only what it brings is of who sends it. */
export const newIn = (doc: Y.Doc, update: Uint8Array): Uint8Array => Y.diffUpdate(update, Y.encodeStateVector(doc));

const marks = new Set(["insertion", "deletion", "formatting"]);
const isSuggestion = (key: string): boolean => marks.has(key.split("--")[0] ?? "");

/** What takes the place of an earlier value names that one, and not the attribute. */
function attributeIn(places: Places, struct: Struct): string | null {
  if (!(struct instanceof Y.Item && struct.content instanceof Y.ContentAny)) return null;
  const place = places.of(struct);
  return typeof place === "string" ? null : place.attribute;
}

function suggestionsOf(struct: Struct, attribute: string | null): Claimed[] {
  if (!(struct instanceof Y.Item)) return [];
  const { content } = struct;
  if (content instanceof Y.ContentFormat) return isSuggestion(content.key) ? claimedIn(content.value) : [];
  if (!(content instanceof Y.ContentAny) || attribute === null) return [];
  const kind = blockProposals.find((name) => name === attribute);
  return content.arr.flatMap((value) => {
    if (kind) return claimedIn(blockProposal({ [kind]: value }, kind));
    if (attribute !== "carried") return [];
    return carriedIn(value).flatMap(({ type, attrs }) => (isSuggestion(type) ? claimedIn(attrs) : []));
  });
}

const claimedIn = (attrs: unknown): Claimed[] =>
  isRecord(attrs) ? [{ suggestionId: String(attrs.id), by: String(attrs.by) }] : [];
