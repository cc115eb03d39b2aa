import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import * as Y from "yjs";
import { deskDb } from "#lib/db/desk";
import { aStaff } from "#newsroom/people/testing";
import { seePutAside } from "#newsroom/stories/commands/see-put-aside";
import { mergedDocument } from "#newsroom/stories/document/document";
import { newestDocument, storedDocument } from "#newsroom/stories/document/document-store";
import { ownPutAside } from "#newsroom/stories/document/put-aside-queries";
import { slowUpdate, varUint } from "#newsroom/stories/document/testing-slow-update";
import { aNewsroom, aStory } from "#newsroom/stories/testing";
import { storedText } from "../../testing/editor-window.ts";
import { aCollabServer, anUnfitCrosshead, type Served, soon, synced, type TestWindow } from "./testing.ts";

let at: Served;
beforeAll(async () => {
  await aNewsroom();
  at = await aCollabServer();
});
afterEach(() => at.closeWindows());
afterAll(() => at.close());

describe("bad input", () => {
  const paragraph = (window: TestWindow) => window.doc.getXmlFragment("body").get(0) as Y.XmlElement;
  const first = (window: TestWindow) => paragraph(window).get(0) as Y.XmlText;
  it.each<[string, (window: TestWindow) => void]>([
    ["an unknown block", (window) => window.doc.getXmlFragment("body").push([new Y.XmlElement("iframe")])],
    ["a script link", (window) => first(window).format(0, 3, { link: { href: "javascript:alert(1)" } })],
    ["a rule in a paragraph", (window) => paragraph(window).push([new Y.XmlElement("horizontalRule")])],
    ["a NUL", (window) => first(window).insert(0, "a\u0000b")],
  ])("such as %s is refused, told, and never part of the text", async (_what, change) => {
    const { storyId } = await aStory();
    const [bad, good] = [
      await at.window({ person: await aStaff({ role: "editor" }), storyId }),
      await at.window({ person: await aStaff({ role: "editor" }), storyId }),
    ];
    await Promise.all([synced(bad), synced(good)]);
    change(bad);
    await soon(() => expect(bad.refusals.at(-1)).toMatchObject({ why: "unfit", words: expect.stringMatching(/./) }));
    good.write("The others go on.");
    await synced(good);
    expect(await storedText(storyId)).toBe("Lorries wait.\nThe others go on.");
  });

  it("that only the look at the whole finds is put aside, and the last good text stands", async () => {
    const person = await aStaff({ role: "editor" });
    const { storyId } = await aStory();
    const window = await at.window({ person, storyId });
    await synced(window);
    window.write("A good paragraph.");
    await synced(window);
    window.doc.getXmlFragment("body").push([anUnfitCrosshead()]);
    await soon(() => expect(window.refusals.at(-1)?.why).toBe("startOver"));
    expect(await ownPutAside(person.actor, storyId)).toMatchObject({ words: "", isCut: false });
    expect(await storedText(storyId)).toBe("Lorries wait.\nA good paragraph.");
    expect(await deskDb().quarantinedUpdate.count({ where: { storyId } })).toBe(1);
    const anew = await at.window({ person, storyId, generation: 2 });
    await soon(() => expect(anew.text()).toContain("A good paragraph."));
    anew.write("And on.");
    await synced(anew);
    expect(await storedText(storyId)).toBe("Lorries wait.\nA good paragraph.\nAnd on.");
  });

  it("gives its words back to who sent it, and to nobody else", async () => {
    const [person, other] = [await aStaff({ role: "editor" }), await aStaff({ role: "editor" })];
    const { storyId } = await aStory();
    const [window, beside] = [await at.window({ person, storyId }), await at.window({ person: other, storyId })];
    await Promise.all([synced(window), synced(beside)]);
    beside.write("Of somebody else.");
    await synced(beside);
    const unfit = anUnfitCrosshead("Words in an ", "unfit crosshead.");
    window.doc.transact(() => window.doc.getXmlFragment("body").insert(0, [unfit]));
    for (const one of [window, beside]) await soon(() => expect(one.refusals.at(-1)?.why).toBe("startOver"));
    const aside = await ownPutAside(person.actor, storyId);
    expect(aside).toEqual({ at: expect.any(Date), words: "Words in an \nunfit crosshead.", isCut: false });
    for (const actor of [other.actor, (await aStaff({ role: "admin" })).actor])
      expect(await ownPutAside(actor, storyId)).toBeNull();
    expect(await storedText(storyId)).toContain("Of somebody else.");
    // Whoever else says that they have looked does not take it from them; once they have, they are left alone.
    const upTo = aside?.at.toISOString() ?? "";
    await seePutAside(other.actor, { storyId, upTo });
    expect(await ownPutAside(person.actor, storyId)).toEqual(aside);
    await seePutAside(person.actor, { storyId, upTo });
    expect(await ownPutAside(person.actor, storyId)).toBeNull();
    expect(await deskDb().quarantinedUpdate.count({ where: { storyId } })).toBe(1);
  });

  it("in a flood slows its window down and nobody else", async () => {
    const { storyId } = await aStory();
    const [flood, beside, calm] = [
      await at.window({ person: await aStaff({ role: "editor" }), storyId }),
      await at.window({ person: await aStaff({ role: "editor" }), storyId }),
      await at.window({ person: await aStaff({ role: "editor" }), storyId: (await aStory()).storyId }),
    ];
    await Promise.all([synced(flood), synced(beside), synced(calm)]);
    for (let n = 0; n < 1_500; n++) first(flood).insert(0, "x");
    for (const words of ["Calm words.", "More of them.", "The last."]) {
      beside.write(words);
      calm.write(words);
      await Promise.all([synced(beside), synced(calm)]);
    }
    // Not one word of the others had to wait for the end of the flood, in its own story either.
    expect(flood.provider.unsyncedChanges).toBeGreaterThan(0);
    expect(await storedText(storyId)).toContain("Calm words.\nMore of them.\nThe last.");
  });

  it("that asks for the whole text over and over waits for it, and nobody else does", async () => {
    const { storyId } = await aStory({ text: "Lorries wait. ".repeat(30_000) });
    const [greedy, calm] = [
      await at.window({ person: await aStaff({ role: "editor" }), storyId }),
      await at.window({ person: await aStaff({ role: "editor" }), storyId: (await aStory()).storyId }),
    ];
    await Promise.all([synced(greedy), synced(calm)]);
    let answers = 0;
    greedy.provider.on("message", () => answers++);
    const { websocketProvider } = greedy.provider.configuration;
    // The name, and a state of nothing.
    const asked = Uint8Array.from([storyId.length, ...Buffer.from(storyId), 0, 0, 1, 0]);
    for (let n = 0; n < 390; n++) websocketProvider.send(asked);
    for (let n = 0; n < 80; n++) {
      calm.write(`Calm words ${n}.`);
      await synced(calm);
    }
    expect(answers).toBeLessThan(200);
  });

  it("that Yjs would need minutes for is refused, and nobody waits for it", async () => {
    const { storyId } = await aStory({ text: "a".repeat(12_001) });
    const [hostile, calm] = [
      await at.window({ person: await aStaff({ role: "editor" }), storyId }),
      await at.window({ person: await aStaff({ role: "editor" }), storyId: (await aStory()).storyId }),
    ];
    await Promise.all([synced(hostile), synced(calm)]);
    const update = slowUpdate(first(hostile), 12_000, 7);
    hostile.provider.configuration.websocketProvider.send(
      Uint8Array.from([storyId.length, ...Buffer.from(storyId), 0, 2, ...varUint(update.length), ...update]),
    );
    for (let n = 0; n < 10; n++) {
      calm.write(`Calm words ${n}.`);
      await synced(calm);
    }
    await soon(() => expect(hostile.refusals.map(({ why }) => why)).toEqual(["unfit"]));
    expect(await storedText(storyId)).toHaveLength(12_001);
  });

  it("a whole newspaper in one headline is kept, and told", async () => {
    const person = await aStaff({ role: "editor" });
    const { storyId } = await aStory();
    const window = await at.window({ person, storyId });
    await synced(window);
    ((window.doc.getXmlFragment("headline").get(0) as Y.XmlElement).get(0) as Y.XmlText).insert(0, "x".repeat(400));
    await soon(() =>
      expect(window.news.at(-1)).toMatchObject({ kind: "length", tooLong: expect.stringMatching(/under 300/) }),
    );
    const stored = mergedDocument([Y.encodeStateAsUpdate(newestDocument(await storedDocument(deskDb(), storyId)))]);
    expect(stored.getXmlFragment("headline").toString()).toContain("x".repeat(400));
  });
});
