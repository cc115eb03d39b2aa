import * as Y from "yjs";
import { documentSchema } from "../../body/annotations.ts";
import { typeNamed } from "../document/misplaced.ts";
import type { Deleted } from "../document/unseen.ts";
import type { Moved } from "./moves.ts";

type Decoded = ReturnType<typeof Y.decodeUpdate>;

/** A picture, an embed, an amount, a line break: what stands in a text and has no text in it. */
export interface Atom {
  id: Y.ID;
  /** Its kind and all that it says. */
  says: string;
}

/** The atoms that an update takes out of `doc` and brings again. */
export function movedAtoms(doc: Y.Doc, decoded: Decoded): Moved[] {
  const departed = atomsIn(doc, decoded.ds);
  return departed.length > 0 ? atomPairs(departed, arrivedAtoms(decoded)) : [];
}

export function atomPairs(departed: readonly Atom[], arrived: readonly Atom[]): Moved[] {
  const left = Map.groupBy(departed, ({ says }) => says);
  return arrived.flatMap(({ id, says }) => {
    const same = left.get(says)?.shift();
    return same ? [{ from: same.id, to: id, length: 1 }] : [];
  });
}

export function atomsIn(doc: Y.Doc, asked: Deleted): Atom[] {
  const atoms: Atom[] = [];
  for (const [client, ranges] of asked.clients)
    for (const { clock, len } of ranges) {
      const end = Math.min(clock + len, Y.getState(doc.store, client));
      for (let at = clock; at < end; ) {
        const id = Y.createID(client, at);
        const atom = atomAt(doc, id);
        if (atom) atoms.push(atom);
        const item = Y.getItem(doc.store, id);
        at = item.id.clock + item.length;
      }
    }
  return atoms;
}

export function atomAt(doc: Y.Doc, id: Y.ID): Atom | null {
  const item: unknown = Y.getItem(doc.store, id);
  const element = item instanceof Y.Item && !item.deleted ? atomOf(item) : null;
  return element && { id, says: saying(element.nodeName, element.getAttributes()) };
}

export function arrivedAtoms({ structs, ds }: Decoded): Atom[] {
  const said = new Map<string, Record<string, unknown>>();
  for (const struct of structs)
    if (
      struct instanceof Y.Item &&
      struct.parentSub !== null &&
      struct.parent instanceof Y.ID &&
      !Y.isDeleted(ds, struct.id)
    ) {
      const name = nameOf(struct.parent);
      said.set(name, { ...said.get(name), [struct.parentSub]: struct.content.getContent()[0] });
    }
  return structs.flatMap((struct) => {
    const element = struct instanceof Y.Item && !Y.isDeleted(ds, struct.id) ? atomOf(struct) : null;
    return element ? [{ id: struct.id, says: saying(element.nodeName, said.get(nameOf(struct.id)) ?? {}) }] : [];
  });
}

/** Is it one? */
export const isAtom = ({ nodeName }: Y.XmlElement): boolean => typeNamed(documentSchema, nodeName)?.isLeaf === true;

function atomOf({ content }: Y.Item): Y.XmlElement | null {
  const type: unknown = content instanceof Y.ContentType ? content.type : null;
  return type instanceof Y.XmlElement && isAtom(type) ? type : null;
}

const nameOf = ({ client, clock }: Y.ID): string => `${client} ${clock}`;

const saying = (name: string, attributes: Record<string, unknown>): string =>
  JSON.stringify([name, ...Object.entries(attributes).sort(([one], [other]) => (one < other ? -1 : 1))]);
