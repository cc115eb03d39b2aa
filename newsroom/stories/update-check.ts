import * as Y from "yjs";
import { documentSchema } from "../body/annotations.ts";
import { bodyLimits } from "../body/limits.ts";
import { safeHref } from "../body/links.ts";
import { isStorableText } from "../kernel/text.ts";
import { lineNames } from "./story-text.ts";

/** Bytes of one Yjs update: a whole text of the greatest size fits. */
export const updateBytes = 8 * 1024 * 1024;
/** Bytes of JSON of one attribute or mark. */
const valueBytes = 4_096;

/** Why an update must not become part of a document. `gap`: it builds on what the document does not have. */
export interface UpdateIssue {
  kind: "gap" | "unfit";
  why: string;
}

const unfit = (why: string): UpdateIssue => ({ kind: "unfit", why });
const gap: UpdateIssue = { kind: "gap", why: "This change builds on text that never arrived." };

const roots = new Set<string>([...lineNames, "body"]);
const nodes = new Set(Object.keys(documentSchema.nodes));
const marks = new Set(Object.keys(documentSchema.marks));
const attributes = new Set(Object.values(documentSchema.nodes).flatMap((type) => Object.keys(type.spec.attrs ?? {})));

/**
 * Looks at what an update brings, without applying it: size, names, values, and how deep its blocks stand in `doc`.
 * What is left for the look at the whole text is grammar and its limits of length.
 */
export function updateIssue(doc: Y.Doc, update: Uint8Array): UpdateIssue | null {
  if (update.byteLength > updateBytes) return unfit("This is more than the newsroom takes at once.");
  let decoded: ReturnType<typeof Y.decodeUpdate>;
  try {
    decoded = Y.decodeUpdate(update);
  } catch {
    return unfit("This change could not be read.");
  }
  const { structs, ds } = decoded;
  const places = new Places(doc, structs);
  for (const struct of structs) {
    if (!places.continues(struct)) return gap;
    if (!(struct instanceof Y.Item)) continue;
    const issue = itemIssue(struct) ?? places.issueOf(struct);
    if (issue) return issue;
  }
  return places.hasAll(ds) ? null : gap;
}

type Struct = ReturnType<typeof Y.decodeUpdate>["structs"][number];

function itemIssue({ parent, parentSub, content }: Y.Item): UpdateIssue | null {
  if (typeof parent === "string" && !roots.has(parent)) return unfit("The text has an unknown part.");
  if (parentSub !== null && !attributes.has(parentSub)) return unfit("The text has an unknown attribute.");
  if (content instanceof Y.ContentString)
    return isStorableText(content.str) ? null : unfit("The text has a character that cannot be stored.");
  if (content instanceof Y.ContentFormat) return markIssue(content.key, content.value);
  if (content instanceof Y.ContentType) return typeIssue(content.type);
  if (content instanceof Y.ContentAny)
    return content.arr.every(isPlainValue) ? null : unfit("The text has a broken attribute.");
  return content instanceof Y.ContentDeleted ? null : unfit("The text has a part of an unknown kind.");
}

/** Marks that may stand on a text more than once have a hash behind their name. */
function markIssue(key: string, value: unknown): UpdateIssue | null {
  const name = key.split("--")[0] ?? "";
  if (!marks.has(name)) return unfit("The text has an unknown mark.");
  if (!isPlainValue(value)) return unfit("The text has a broken mark.");
  if (name === "link" && value !== null && safeHref(hrefOf(value)) === null)
    return unfit("A link may lead to http, https, mailto, tel or a page of this site only.");
  return null;
}

const hrefOf = (value: unknown): unknown =>
  typeof value === "object" && value !== null && "href" in value ? value.href : null;

function typeIssue(type: unknown): UpdateIssue | null {
  if (type instanceof Y.XmlElement) return nodes.has(type.nodeName) ? null : unfit("The text has an unknown block.");
  return type instanceof Y.XmlText ? null : unfit("The text has a part of an unknown kind.");
}

function isPlainValue(value: unknown): boolean {
  const json = JSON.stringify(value) ?? "";
  return json.length <= valueBytes && isStorableText(json) && !json.includes('"__proto__"');
}

/** Where the items of an update stand. An item beside another names only that one; its block stands further along. */
class Places {
  readonly #doc: Y.Doc;
  readonly #own = new Map<number, Struct[]>();
  readonly #depths = new Map<Struct, number>();
  readonly #next = new Map<number, number>();

  constructor(doc: Y.Doc, structs: Struct[]) {
    this.#doc = doc;
    for (const struct of structs) {
      const before = this.#own.get(struct.id.client);
      if (before) before.push(struct);
      else this.#own.set(struct.id.client, [struct]);
    }
  }

  /** Does this struct follow on what the document and the update have of its client? */
  continues(struct: Struct): boolean {
    const { client, clock } = struct.id;
    const next = this.#known(client);
    if (clock > next || (struct instanceof Y.Skip && clock + struct.length > next)) return false;
    this.#next.set(client, Math.max(next, clock + struct.length));
    return true;
  }

  /** Is everything there that is to be deleted? */
  hasAll({ clients }: ReturnType<typeof Y.decodeUpdate>["ds"]): boolean {
    for (const [client, ranges] of clients)
      if (ranges.some(({ clock, len }) => clock + len > this.#known(client))) return false;
    return true;
  }

  #known(client: number): number {
    return this.#next.get(client) ?? Y.getState(this.#doc.store, client);
  }

  issueOf(item: Y.Item): UpdateIssue | null {
    for (const near of [item.origin, item.rightOrigin, item.parent]) {
      if (!(near instanceof Y.ID)) continue;
      if (near.client === item.id.client && near.clock >= item.id.clock) return unfit("This change could not be read.");
      if (this.#find(near) === null) return gap;
    }
    const depth = this.#depthOf(item);
    if (depth === null) return gap;
    const isTooDeep = item.content instanceof Y.ContentType && depth >= bodyLimits.depth;
    return isTooDeep ? unfit("The text is nested too deeply.") : null;
  }

  /** How many blocks stand around it; null if what it refers to is nowhere. Without recursion: chains may be long. */
  #depthOf(item: Y.Item): number | null {
    const waiting: Struct[] = [item];
    const seen = new Set<Struct>();
    for (let top = waiting.at(-1); top; top = waiting.at(-1)) {
      const anchor = this.#depths.has(top) ? null : anchorOf(top);
      if (!anchor) {
        if (!this.#depths.has(top)) this.#depths.set(top, 0);
        waiting.pop();
        continue;
      }
      const found = this.#find(anchor.id);
      if (found === null) return null;
      const around = typeof found === "number" ? found : this.#depths.get(found);
      if (around === undefined && typeof found !== "number") {
        if (seen.has(found)) return null;
        seen.add(found);
        waiting.push(found);
        continue;
      }
      this.#depths.set(top, (around ?? 0) + (anchor.isParent ? 1 : 0));
      waiting.pop();
    }
    return this.#depths.get(item) ?? null;
  }

  /** A struct of the update, or the depth of what the document has there. */
  #find(id: Y.ID): Struct | number | null {
    if (id.clock < Y.getState(this.#doc.store, id.client)) return depthInDocument(Y.getItem(this.#doc.store, id));
    const own = this.#own.get(id.client) ?? [];
    let [low, high] = [0, own.length - 1];
    while (low <= high) {
      const middle = (low + high) >> 1;
      const struct = own[middle] as Struct;
      if (id.clock < struct.id.clock) high = middle - 1;
      else if (id.clock >= struct.id.clock + struct.length) low = middle + 1;
      else return struct;
    }
    return null;
  }
}

function anchorOf(struct: Struct): { id: Y.ID; isParent: boolean } | null {
  if (!(struct instanceof Y.Item)) return null;
  const { parent, origin, rightOrigin } = struct;
  if (parent instanceof Y.ID) return { id: parent, isParent: true };
  const beside = origin ?? rightOrigin;
  return typeof parent === "string" || !beside ? null : { id: beside, isParent: false };
}

function depthInDocument(item: unknown): number {
  let depth = 0;
  let parent = item instanceof Y.Item ? item.parent : null;
  while (parent instanceof Y.AbstractType && parent._item) {
    depth++;
    parent = parent._item.parent;
  }
  return depth;
}

/** Has the document all of it already? Costs a walk over the whole document. */
export function addsNothing(doc: Y.Doc, update: Uint8Array): boolean {
  const { structs, ds } = Y.decodeUpdate(update);
  if (structs.some(({ id, length }) => id.clock + length > Y.getState(doc.store, id.client))) return false;
  const deleted = Y.createDeleteSetFromStructStore(doc.store).clients;
  return [...ds.clients].every(([client, ranges]) => {
    const there = deleted.get(client) ?? [];
    return ranges.every((range) =>
      there.some(({ clock, len }) => clock <= range.clock && clock + len >= range.clock + range.len),
    );
  });
}
