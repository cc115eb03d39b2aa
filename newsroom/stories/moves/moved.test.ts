import { expect, it } from "vitest";
import * as Y from "yjs";
import { movedIn } from "./moved.ts";

function lines(doc: Y.Doc, count: number): void {
  const blocks = Array.from({ length: count }, (_, n) => {
    const block = new Y.XmlElement("paragraph");
    block.insert(0, [new Y.XmlText(`${n} Lorries wait.`)]);
    return block;
  });
  doc.getXmlFragment("body").insert(0, blocks);
}

it.each([
  ["of a long story all is found again that was moved", 500, 500],
  ["of more than anybody moves at once nothing is looked for, and nobody waits", 6_000, 0],
])("%s", (_what, count, found) => {
  const [doc, own] = [new Y.Doc(), new Y.Doc()];
  lines(own, count);
  Y.applyUpdate(doc, Y.encodeStateAsUpdate(own));
  const sent: Uint8Array[] = [];
  own.on("update", (update: Uint8Array) => sent.push(update));
  own.transact(() => {
    own.getXmlFragment("body").delete(0, count);
    lines(own, count);
  });
  expect(sent.flatMap((update) => movedIn(doc, update).moved)).toHaveLength(found);
});
