import { beforeAll, describe, expect, it } from "vitest";
import { deskDb } from "#lib/db/desk";
import type { StaffActor } from "../../kernel/actor.ts";
import { ownNotifications } from "../../notifications/queries.ts";
import { publishStory } from "../commands/publish-story.ts";
import { forgetInstance, instancesNow, noteInstance } from "../document/instances.ts";
import { publicationAlarms } from "../publication/alarm-queries.ts";
import { deskStory } from "../queries.ts";
import { aNewsroom, aPerson, aStory } from "../testing.ts";
import { keepFinding } from "./findings.ts";
import { storyProof } from "./proof-queries.ts";
import { proofState, publicPlace } from "./proofs.ts";
import { expectedOf } from "./proving.ts";
import { changeOf, later, looked, published } from "./testing.ts";
import { noteMissingProofs } from "./watch-proofs.ts";

let editor: StaffActor;
beforeAll(async () => {
  await aNewsroom();
  editor = await aPerson("editor");
});

describe("the proof", () => {
  const right = { isProved: true, result: "200" };
  const wrong = { isProved: false, result: "an older revision" };

  it("is kept for each place, and the desk sees it", async () => {
    await noteInstance("one:3000", true);
    await noteInstance("two:3000", true);
    const { storyId, change } = await published(editor, "Proved");
    const expected = await expectedOf(change, new Date());
    if (!expected) throw new Error("It is not there.");
    await keepFinding(change, "one:3000", expected, right, looked(change, 1));
    await keepFinding(change, publicPlace, expected, right, looked(change, 2));
    const first = (await deskStory(editor, storyId)).proof;
    expect(first && proofState(first, later(change, 3))).toMatchObject({ state: "checking", proved: 1, of: 2 });
    const late = await storyProof(storyId, later(change, 31));
    expect(late && proofState(late, later(change, 31))).toMatchObject({
      state: "waiting",
      unproved: [{ place: "two:3000", result: null }],
    });
    await keepFinding(change, "two:3000", expected, right, looked(change, 4));
    const { proof } = await deskStory(editor, storyId);
    expect(proof && proofState(proof, later(change, 3600))).toEqual({
      state: "proved",
      proved: 2,
      of: 2,
      at: later(change, 4),
      unproved: [],
    });
    await Promise.all(["one:3000", "two:3000"].map(forgetInstance));
    expect(await instancesNow()).toEqual([]);
  });

  it("that is missing after 30 s alarms who published and the editors, and no one else; found late, it is over", async () => {
    const author = await aPerson("author");
    const draft = await aStory({ headline: "Not seen by readers", by: author });
    await publishStory(author, draft);
    const change = await changeOf(draft.storyId);
    const expected = await expectedOf(change, new Date());
    if (!expected) throw new Error("It is not there.");
    const alarms = async (actor: StaffActor) =>
      (await publicationAlarms(actor, new Date())).filter(({ storyId }) => storyId === draft.storyId);
    await keepFinding(change, publicPlace, expected, wrong, looked(change, 29.9));
    expect(await alarms(editor)).toEqual([]);
    await keepFinding(change, publicPlace, expected, wrong, looked(change, 30));
    for (const actor of [editor, author])
      expect(await alarms(actor)).toMatchObject([
        { kind: "not proved", expects: "live", places: [{ place: publicPlace, result: "an older revision" }] },
      ]);
    const other = await aPerson("author");
    expect(await alarms(other)).toEqual([]);
    // Told once, wherever else it is missing.
    await keepFinding(change, "three:3000", expected, wrong, looked(change, 31));
    const told = async (actor: StaffActor) =>
      (await ownNotifications(actor)).notifications.flatMap(({ headline, words }) =>
        headline === "Not seen by readers" ? [words] : [],
      );
    for (const actor of [editor, author])
      expect(await told(actor)).toEqual(["Readers do not see what was published of"]);
    expect(await told(other)).toEqual([]);
    await keepFinding(change, "three:3000", expected, right, looked(change, 32));
    await keepFinding(change, publicPlace, expected, right, looked(change, 90));
    await keepFinding(change, publicPlace, expected, wrong, looked(change, 91));
    expect(await alarms(editor)).toEqual([]);
  });

  it("looked at for the first time when it is late is looked at again before anybody is alarmed", async () => {
    const { storyId, change } = await published(editor, "Looked at late");
    const expected = await expectedOf(change, new Date());
    if (!expected) throw new Error("It is not there.");
    const firstLookAt = later(change, 40);
    const kept = () => deskDb().proof.count({ where: { storyId } });
    for (const seconds of [40, 40.5, 44.9])
      await keepFinding(change, publicPlace, expected, wrong, { firstLookAt, now: later(change, seconds) });
    expect(await kept()).toBe(0);
    await keepFinding(change, publicPlace, expected, wrong, { firstLookAt, now: later(change, 45) });
    expect(await kept()).toBe(1);
  });

  it("is noted as missing where nobody looked, which says nothing of readers until somebody does", async () => {
    const { storyId, change } = await published(editor, "Nobody looks");
    await noteMissingProofs(later(change, 29));
    expect(await deskDb().proof.count({ where: { storyId } })).toBe(0);
    expect(await noteMissingProofs(later(change, 31))).toBeGreaterThan(0);
    expect(await deskDb().proof.findFirst({ where: { storyId } })).toMatchObject({
      place: publicPlace,
      isProved: false,
      result: "nobody looked",
    });
    const told = async () =>
      (await ownNotifications(editor)).notifications.flatMap(({ headline, words }) =>
        headline === "Nobody looks" ? [words] : [],
      );
    const [unlooked, lacked] = [
      "Nobody has looked whether readers see what was published of",
      "Readers do not see what was published of",
    ];
    expect(await told()).toEqual([unlooked]);
    const expected = await expectedOf(change, new Date());
    if (!expected) throw new Error("It is not there.");
    for (const seconds of [50, 60]) await keepFinding(change, publicPlace, expected, wrong, looked(change, seconds));
    expect((await told()).toSorted()).toEqual([unlooked, lacked].toSorted());
    // What was published since has a proof of its own.
    const { version } = await deskStory(editor, storyId);
    await publishStory(editor, { storyId, version, seq: 0 });
    expect((await publicationAlarms(editor, new Date())).filter((alarm) => alarm.storyId === storyId)).toEqual([]);
  });

  it("that is found missing at many places at once is told once", async () => {
    const { change } = await published(editor, "Missing everywhere");
    const expected = await expectedOf(change, new Date());
    if (!expected) throw new Error("It is not there.");
    await Promise.all(
      Array.from({ length: 8 }, (_, n) => keepFinding(change, `${n}:3000`, expected, wrong, looked(change, 31))),
    );
    expect(await deskDb().event.count({ where: { type: "proof.missing", subject: change.storyId } })).toBe(1);
  });
});
