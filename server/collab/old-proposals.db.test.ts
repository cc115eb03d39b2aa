// Proposals that were made before anybody noted whose they are: whoever ends one and undoes that brings it back in its author's name.
import { afterAll, beforeAll, expect, it } from "vitest";
import type * as Y from "yjs";
import { deskDb } from "#lib/db/desk";
import { newId } from "#newsroom/kernel/ids";
import { aStaff } from "#newsroom/people/testing";
import { suggestersIn } from "#newsroom/stories/document/claims";
import { newestDocument, storedDocument } from "#newsroom/stories/document/document-store";
import { aNewsroom, aStory } from "#newsroom/stories/testing";
import { aCollabServer, type Served, synced } from "./testing.ts";

let [before, now]: [Served | null, Served | null] = [null, null];
beforeAll(async () => {
  await aNewsroom();
  [before, now] = [await aCollabServer(), await aCollabServer()];
});
afterAll(async () => void (await Promise.all([before?.close(), now?.close()])));

const block = (doc: Y.Doc) => doc.getXmlFragment("body").get(0) as Y.XmlElement;
const words = (doc: Y.Doc) => block(doc).get(0) as Y.XmlText;
const proposal = (by: string) => ({ id: newId(), by, at: new Date().toISOString() });

it.each<[string, (doc: Y.Doc, proposed: object) => void, (doc: Y.Doc, by: string) => void]>([
  [
    "words that were decided on",
    (doc, proposed) => words(doc).format(0, 4, { deletion: proposed }),
    (doc) => words(doc).format(0, 4, { deletion: null }),
  ],
  [
    "a block about which another proposal was made",
    (doc, proposed) => block(doc).setAttribute("changed", JSON.stringify(proposed)),
    (doc, by) => block(doc).setAttribute("changed", JSON.stringify(proposal(by))),
  ],
])("%s", async (_what, propose, end) => {
  if (!before || !now) throw new Error("The programs are not there.");
  const [anna, boris] = [await aStaff({ role: "editor" }), await aStaff({ role: "editor" })];
  const { storyId } = await aStory();
  const standing = proposal(boris.id);
  const b = await before.window({ person: boris, storyId });
  await synced(b);
  propose(b.doc, standing);
  await synced(b);
  await deskDb().suggestionAuthor.deleteMany({ where: { storyId } });
  const a = await now.window({ person: anna, storyId });
  await synced(a);
  end(a.doc, anna.id);
  await synced(a);
  propose(a.doc, standing);
  await synced(a);
  expect(a.refusals).toEqual([]);
  const stored = newestDocument(await storedDocument(deskDb(), storyId));
  expect([...suggestersIn(stored)]).toEqual([[standing.id, boris.id]]);
});
