import { initProseMirrorDoc, relativePositionToAbsolutePosition } from "@tiptap/y-tiptap";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import * as Y from "yjs";
import { documentSchema } from "#newsroom/body/annotations";
import { body, crosshead, p, ul } from "#newsroom/body/testing";
import { documentOf } from "#newsroom/stories/document/document";
import { shownState } from "./shown-state.ts";

const anna = { id: "1", name: "Anna" };
const shown = (state: Record<string, unknown>) => shownState(state, anna);

const doc = new Y.Doc();
Y.applyUpdate(
  doc,
  documentOf({ headline: "Snow", body: body(p("Lorries wait."), crosshead("Why"), ul("one", "two")) }),
);
const story = doc.getXmlFragment("body");
const paragraph = story.get(0) as Y.XmlElement;
// What is gone leaves its places behind.
(paragraph.get(0) as Y.XmlText).delete(0, 3);
story.delete(2, 1);
const { mapping } = initProseMirrorDoc(story, documentSchema);
const asSent = (place: unknown): unknown => JSON.parse(JSON.stringify(place));
const text = asSent(Y.createRelativePositionFromTypeIndex(paragraph.get(0) as Y.XmlText, 3, -1));

describe("what a window shows of itself", () => {
  it.each<[string, unknown]>([
    ["in a text", text],
    ["at the end of a part", asSent(Y.createRelativePositionFromTypeIndex(story, 1))],
    ["at its start", asSent(Y.createRelativePositionFromTypeIndex(story, 0, -1))],
    ["in a block", asSent(new Y.RelativePosition(Y.createID(1, 2), null, null))],
  ])("is its caret %s", (_where, place) =>
    expect(shown({ cursor: { anchor: place, head: text } })).toEqual({
      user: anna,
      cursor: { anchor: place, head: text },
      isIdle: false,
    }),
  );

  it("is whether somebody sits there, under the name that we know", () =>
    expect(shown({ user: { id: "2", name: "The editor in chief" }, isIdle: true, color: "red" })).toEqual({
      user: anna,
      cursor: null,
      isIdle: true,
    }));

  const id = { client: 1, clock: 0 };
  it.each<[string, unknown]>([
    ["no place", {}],
    ["half of one", { anchor: text }],
    ["a place nowhere", { anchor: {}, head: {} }],
    ["a place of nulls", { anchor: { type: null, tname: null, item: null, assoc: 0 }, head: text }],
    ["an unknown part", { anchor: { tname: "evil" }, head: text }],
    ["a broken id", { anchor: { item: { client: 1 } }, head: text }],
    ["an id of words", { anchor: { item: { client: "1", clock: "0" } }, head: text }],
    ["half a letter", { anchor: { item: { client: 1, clock: 0.5 } }, head: text }],
    ["a negative count", { anchor: { type: { client: 1, clock: -1 } }, head: text }],
    ["a side of words", { anchor: { item: id, assoc: "left" }, head: text }],
    ["words", "here"],
    ["a list", [text, text]],
    ["much", { anchor: "y".repeat(10_000), head: text }],
  ])("is no caret that says %s", (_what, cursor) => expect(shown({ cursor }).cursor).toBeNull());

  it("never makes the windows of others fail, whatever it is", () => {
    const part = fc.oneof(fc.constantFrom(null, "body", 0, 1, -1, {}, text), fc.integer(), fc.jsonValue());
    const place = fc.oneof(fc.record({ type: part, tname: part, item: part, assoc: part }, { requiredKeys: [] }), part);
    const ids = fc.record({
      client: fc.constantFrom(...doc.store.clients.keys(), 1),
      clock: fc.integer({ min: -2, max: 60 }),
    });
    const near = fc.record({ type: ids, tname: fc.constant("body"), item: ids }, { requiredKeys: [] });
    const cursor = fc.record({ anchor: fc.oneof(place, near), head: fc.oneof(place, near) }, { requiredKeys: [] });
    fc.assert(
      fc.property(fc.oneof(cursor, part), (sent) => {
        const seen = shown({ cursor: sent }).cursor as { anchor: unknown; head: unknown } | null;
        if (seen === null) return;
        for (const end of [seen.anchor, seen.head]) {
          const place = Y.createRelativePositionFromJSON(end);
          expect(relativePositionToAbsolutePosition(doc, story, place, mapping) ?? 0).toBeGreaterThanOrEqual(0);
        }
      }),
      { numRuns: 2_000 },
    );
  });
});
