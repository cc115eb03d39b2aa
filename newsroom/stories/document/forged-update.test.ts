// Updates that no Yjs client writes, byte by byte: read one way when they are looked at, and another way when they are applied.
import { describe, expect, it } from "vitest";
import * as Y from "yjs";
import { body, p } from "../../body/testing.ts";
import { documentOf } from "./document.ts";
import { updateIssue } from "./update-check.ts";

const open = () => {
  const doc = new Y.Doc();
  Y.applyUpdate(doc, documentOf({ body: body(p("Lorries wait.")) }));
  return doc;
};

const utf8 = new TextEncoder();
type Part = number | string;
/** As Yjs writes: numbers in steps of seven bits, and lengths before words. */
function written(part: Part): number[] {
  if (typeof part === "number") return part > 127 ? [(part & 127) | 128, ...written(Math.floor(part / 128))] : [part];
  const bytes = [...utf8.encode(part)];
  return [...written(bytes.length), ...bytes];
}
const bytes = (...parts: Part[]): Uint8Array => Uint8Array.from(parts.flatMap(written));

const client = 5;
const [item, isRoot, isElement, quote] = [7, 1, 3, "blockquote"] as const;
const beside = (): Part[] => [item, isRoot, "body", isElement, quote];
const within = (clock: number): Part[] => [item, 0, client, clock, isElement, quote];
const section = (clock: number, blocks: Part[][]): Part[] => [blocks.length, client, clock, ...blocks.flat()];

/** Quotes within quotes, behind as many beside each other under the same numbers. */
function twoFaced(levels: number): Uint8Array {
  const flat = Array.from({ length: levels }, beside);
  const deep = flat.map((first, clock) => (clock === 0 ? first : within(clock - 1)));
  return bytes(2, ...section(0, flat), ...section(0, deep), 0);
}

describe("an update that names a client twice", () => {
  it("is refused: Yjs applies the second part only", () => {
    expect(updateIssue(open(), twoFaced(2_000))).toMatchObject({ kind: "unfit" });
  });

  it("is refused where the second follows on the first, since that would be left hanging", () => {
    const update = bytes(2, ...section(0, [beside()]), ...section(1, [beside()]), 0);
    expect(updateIssue(open(), update)).toMatchObject({ kind: "unfit" });
    const copy = open();
    Y.applyUpdate(copy, update);
    expect(copy.store.pendingStructs).not.toBeNull();
  });

  it("is refused where the second is empty", () => {
    const update = bytes(2, ...section(0, [beside()]), ...section(0, []), 0);
    expect(updateIssue(open(), update)).toMatchObject({ kind: "unfit" });
  });
});

describe("what an update deletes", () => {
  const deleting = (doc: Y.Doc, ...ranges: [clock: number, length: number][]) => {
    const [typist] = doc.store.clients.keys();
    return bytes(0, 1, typist ?? 0, ranges.length, ...ranges.flat());
  };

  it("may stand in several places", () => {
    const doc = open();
    expect(updateIssue(doc, deleting(doc, [4, 1], [6, 2]))).toBeNull();
  });

  it.each<[string, [number, number][]]>([
    [
      "twice",
      [
        [0, 9],
        [0, 9],
      ],
    ],
    [
      "in parts that overlap",
      [
        [0, 9],
        [8, 2],
      ],
    ],
    [
      "from the end",
      [
        [6, 2],
        [4, 1],
      ],
    ],
    ["by nothing at all", [[4, 0]]],
  ])("is refused when it is named %s: a walk through the whole text for each of a million", (_how, ranges) => {
    const doc = open();
    expect(updateIssue(doc, deleting(doc, ...ranges))).toMatchObject({ kind: "unfit" });
  });

  it("is refused under a client that is named twice", () => {
    const doc = open();
    const [typist = 0] = doc.store.clients.keys();
    expect(updateIssue(doc, bytes(0, 2, typist, 1, 4, 1, typist, 1, 4, 1))).toMatchObject({ kind: "unfit" });
  });
});
