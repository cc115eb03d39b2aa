import * as Y from "yjs";

type Decoded = ReturnType<typeof Y.decodeUpdate>;
type Struct = Decoded["structs"][number];

/** Where an item stands. */
export interface Place {
  /** How many blocks stand around it. */
  depth: number;
  /** The part of the story; null where what was around it is gone, and it goes with that. */
  root: string | null;
  /** The block that holds it: its name, "doc" for the part itself, and "text". */
  holder: string;
  /** It is no content of the block but this attribute of it. */
  attribute: string | null;
}

const gone: Place = { depth: 0, root: null, holder: "", attribute: null };

/** Where the items of an update stand. An item beside another names only that one; its block stands further along. */
export class Places {
  readonly #doc: Y.Doc;
  readonly #own = new Map<number, Struct[]>();
  readonly #places = new Map<Struct, Place>();
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
  hasAll({ clients }: Decoded["ds"]): boolean {
    for (const [client, ranges] of clients)
      if (ranges.some(({ clock, len }) => clock + len > this.#known(client))) return false;
    return true;
  }

  /** Has the document this struct already? */
  isKnown({ id, length }: Struct): boolean {
    return id.clock + length <= Y.getState(this.#doc.store, id.client);
  }

  #known(client: number): number {
    return this.#next.get(client) ?? Y.getState(this.#doc.store, client);
  }

  /** "broken" if it stands beside what comes after it, "gap" if what it refers to is nowhere. Without recursion: chains may be long. */
  of(item: Y.Item): Place | "broken" | "gap" {
    for (const near of [item.origin, item.rightOrigin, item.parent]) {
      if (!(near instanceof Y.ID)) continue;
      if (near.client === item.id.client && near.clock >= item.id.clock) return "broken";
      if (this.#find(near) === null) return "gap";
    }
    const waiting: Struct[] = [item];
    const seen = new Set<Struct>();
    for (let top = waiting.at(-1); top; top = waiting.at(-1)) {
      const anchor = this.#places.has(top) ? null : anchorOf(top);
      if (!anchor) {
        if (!this.#places.has(top)) this.#places.set(top, rootPlaceOf(top));
        waiting.pop();
        continue;
      }
      const found = this.#find(anchor.id);
      if (found === null) return "gap";
      const around = "place" in found ? found.place : this.#places.get(found.struct);
      if (!around) {
        if (seen.has(found.struct)) return "gap";
        seen.add(found.struct);
        waiting.push(found.struct);
        continue;
      }
      this.#places.set(top, anchor.isParent ? below(around, found.struct, top) : around);
      waiting.pop();
    }
    return this.#places.get(item) ?? "gap";
  }

  /** A struct of the update, or one of the document with its place there. */
  #find(id: Y.ID): { struct: Struct } | { struct: Struct; place: Place } | null {
    if (id.clock < Y.getState(this.#doc.store, id.client)) {
      const struct = Y.getItem(this.#doc.store, id) as Struct;
      return { struct, place: placeInDocument(this.#doc, struct) };
    }
    const own = this.#own.get(id.client) ?? [];
    let [low, high] = [0, own.length - 1];
    while (low <= high) {
      const middle = (low + high) >> 1;
      const struct = own[middle] as Struct;
      if (id.clock < struct.id.clock) high = middle - 1;
      else if (id.clock >= struct.id.clock + struct.length) low = middle + 1;
      else return { struct };
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

const rootPlaceOf = (struct: Struct): Place =>
  struct instanceof Y.Item && typeof struct.parent === "string"
    ? { depth: 0, root: struct.parent, holder: "doc", attribute: struct.parentSub }
    : gone;

const below = ({ depth, root }: Place, parent: Struct, child: Struct): Place => ({
  depth: depth + 1,
  ...holderOf(parent, root),
  attribute: child instanceof Y.Item ? child.parentSub : null,
});

function holderOf(struct: Struct, root: string | null): Pick<Place, "root" | "holder"> {
  const type: unknown =
    struct instanceof Y.Item && struct.content instanceof Y.ContentType ? struct.content.type : null;
  if (type instanceof Y.XmlElement) return { root, holder: type.nodeName };
  return type instanceof Y.XmlText ? { root, holder: "text" } : { root: null, holder: "" };
}

function placeInDocument(doc: Y.Doc, struct: Struct): Place {
  if (!(struct instanceof Y.Item) || !(struct.parent instanceof Y.AbstractType)) return gone;
  const { parent, parentSub } = struct;
  let depth = 0;
  let top: Y.AbstractType<unknown> = parent;
  for (; top._item; depth++) {
    if (!(top._item.parent instanceof Y.AbstractType)) return { ...gone, depth };
    top = top._item.parent;
  }
  const root = [...doc.share].find(([, type]) => type === top)?.[0] ?? null;
  const held = parent._item ? holderOf(parent._item, root) : { root, holder: "doc" };
  return { depth, ...held, attribute: parentSub };
}
