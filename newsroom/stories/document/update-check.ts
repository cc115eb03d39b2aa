import * as Y from "yjs";
import { documentSchema } from "../../body/annotations.ts";
import { bodyLimits } from "../../body/limits.ts";
import { isStorableText } from "../../kernel/text.ts";
import { hasAttribute, mayHold, schemaOf } from "./document-grammar.ts";
import { lineNames } from "./story-text.ts";
import { isAsYjsWrites } from "./update-form.ts";
import { type Place, Places } from "./update-places.ts";
import { attributeIssue, isPlainValue, markIssue, nameOf } from "./update-values.ts";

/** Bytes of one Yjs update: a whole text of the greatest size fits. */
export const updateBytes = 8 * 1024 * 1024;

/** Why an update must not become part of a document. `gap`: it builds on what the document does not have. */
export interface UpdateIssue {
  kind: "gap" | "unfit";
  why: string;
}

const unfit = (why: string): UpdateIssue => ({ kind: "unfit", why });
const unfitFor = (why: string | null): UpdateIssue | null => (why === null ? null : unfit(why));
const unreadable = unfit("This change could not be read.");
const gap: UpdateIssue = { kind: "gap", why: "This change builds on text that never arrived." };

const roots = new Set<string>([...lineNames, "body"]);
const nodes = new Set(Object.keys(documentSchema.nodes));
const attributes = new Set(Object.values(documentSchema.nodes).flatMap((type) => Object.keys(type.spec.attrs ?? {})));

/**
 * Looks at what an update brings, without applying it: size, names, values, and where in `doc` its blocks stand, and how deep.
 * What is left for the look at the whole text is order and number, which may break though nobody did wrong, and its limits of length.
 */
export function updateIssue(doc: Y.Doc, update: Uint8Array): UpdateIssue | null {
  if (update.byteLength > updateBytes) return unfit("This is more than the newsroom takes at once.");
  let decoded: ReturnType<typeof Y.decodeUpdate>;
  try {
    decoded = Y.decodeUpdate(update);
  } catch {
    return unreadable;
  }
  if (!isAsYjsWrites(update, decoded)) return unreadable;
  const { structs, ds } = decoded;
  const places = new Places(doc, structs);
  for (const struct of structs) {
    if (!places.continues(struct)) return gap;
    if (!(struct instanceof Y.Item)) continue;
    const issue = itemIssue(struct);
    if (issue) return issue;
    const place = places.of(struct);
    if (place === "gap") return gap;
    if (place === "broken") return unreadable;
    const misplaced = places.isKnown(struct) ? null : placeIssue(struct, place);
    if (misplaced) return misplaced;
  }
  return places.hasAll(ds) ? null : gap;
}

/** Which block holds which never changes, whatever others do meanwhile: no editor sends what fails here. */
function placeIssue({ content }: Y.Item, { depth, root, holder, attribute }: Place): UpdateIssue | null {
  if (content instanceof Y.ContentType && depth >= bodyLimits.depth) return unfit("The text is nested too deeply.");
  if (root === null || content instanceof Y.ContentDeleted) return null;
  if (attribute !== null || content instanceof Y.ContentAny)
    return content instanceof Y.ContentAny && attribute !== null && hasAttribute(holder, attribute)
      ? unfitFor(content.arr.map((value) => attributeIssue(attribute, value)).find(Boolean) ?? null)
      : unfit("The text has an attribute where it cannot stand.");
  if (content instanceof Y.ContentType) {
    const name = content.type instanceof Y.XmlElement ? content.type.nodeName : "text";
    return mayHold(root, holder, name) ? null : unfit("The text has a block where it cannot stand.");
  }
  if (holder !== "text") return unfit("The text has words where they cannot stand.");
  return content instanceof Y.ContentFormat && !(nameOf(content.key) in schemaOf(root).marks)
    ? unfit("The text has a mark where it cannot stand.")
    : null;
}

function itemIssue({ parent, parentSub, content }: Y.Item): UpdateIssue | null {
  if (typeof parent === "string" && !roots.has(parent)) return unfit("The text has an unknown part.");
  if (parentSub !== null && !attributes.has(parentSub)) return unfit("The text has an unknown attribute.");
  if (content instanceof Y.ContentString)
    return isStorableText(content.str) ? null : unfit("The text has a character that cannot be stored.");
  if (content instanceof Y.ContentFormat) return unfitFor(markIssue(content.key, content.value));
  if (content instanceof Y.ContentType) return typeIssue(content.type);
  if (content instanceof Y.ContentAny)
    return content.arr.every(isPlainValue) ? null : unfit("The text has a broken attribute.");
  return content instanceof Y.ContentDeleted ? null : unfit("The text has a part of an unknown kind.");
}

function typeIssue(type: unknown): UpdateIssue | null {
  if (type instanceof Y.XmlElement) return nodes.has(type.nodeName) ? null : unfit("The text has an unknown block.");
  return type instanceof Y.XmlText ? null : unfit("The text has a part of an unknown kind.");
}

/** Has the document all of it already? Costs a walk over the whole document. */
export function addsNothing(doc: Y.Doc, update: Uint8Array): boolean {
  const { structs, ds } = Y.decodeUpdate(update);
  if (structs.some(({ id, length }) => id.clock + length > Y.getState(doc.store, id.client))) return false;
  const deleted = Y.createDeleteSetFromStructStore(doc.store).clients;
  return [...ds.clients].every(([client, ranges]) => {
    const there = deleted.get(client) ?? [];
    let at = 0;
    // Both are in order: once along them, however many there are.
    return ranges.every(({ clock, len }) => {
      for (let range = there[at]; range && range.clock + range.len < clock + len; range = there[at]) at++;
      return (there[at]?.clock ?? Number.POSITIVE_INFINITY) <= clock;
    });
  });
}
