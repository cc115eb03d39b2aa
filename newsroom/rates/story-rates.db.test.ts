import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import * as Y from "yjs";
import { deskDb } from "#lib/db/desk";
import { readersDb } from "#lib/db/readers";
import type { Body } from "../body/body.ts";
import { body, factBox, money, p, rateBox } from "../body/testing.ts";
import { newId } from "../kernel/ids.ts";
import { createStory } from "../stories/commands/create-story.ts";
import { killStory } from "../stories/commands/kill-story.ts";
import { publishStory } from "../stories/commands/publish-story.ts";
import { unpublishStory } from "../stories/commands/unpublish-story.ts";
import { writeStory } from "../stories/commands/write-story.ts";
import { mergedDocument } from "../stories/document/document.ts";
import { storyDocument } from "../stories/document/document-queries.ts";
import { aNewsroom, theProgram } from "../stories/testing.ts";
import { recordRates } from "./commands/record-rates.ts";
import { ratesOfStory } from "./published.ts";
import { ratesOfDraft } from "./queries.ts";
import type { Currency } from "./schema.ts";

const monday = new Date("2026-11-23T06:00:00Z");
const thursday = new Date("2026-11-26T06:00:00Z");

const record = (effectiveDate: string, values: Partial<Record<Currency, string>>) =>
  recordRates(
    theProgram,
    {
      outcome: "rates",
      source: "currency-api",
      effectiveDate,
      rates: Object.entries(values).map(([currency, rate]) => ({ currency: currency as Currency, rate })),
      unusable: [],
      etag: null,
      lastModified: null,
    },
    { now: new Date(`${effectiveDate}T06:00:00Z`) },
  );

let sectionId = "";
beforeAll(async () => {
  ({ sectionId } = await aNewsroom());
});
beforeEach(async () => {
  await deskDb().rate.deleteMany();
  await record("2026-11-23", { KGS: "0.0114", TJS: "0.108" });
});

async function aStoryOf(text: Body): Promise<{ storyId: string; version: number }> {
  const { id, version } = await createStory(theProgram, {
    id: newId(),
    columns: { sectionId },
    text: { headline: `Bread ${newId()}`, body: text },
  });
  return { storyId: id, version };
}
const publish = async (storyId: string, now: Date) => {
  const { version, document } = await deskDb().story.findUniqueOrThrow({
    where: { id: storyId },
    select: { version: true, document: { select: { seq: true } } },
  });
  return publishStory(theProgram, { storyId, version, seq: document?.seq ?? 0 }, { now });
};
/** Types an amount at the end of the text. */
async function typeMoney(storyId: string, amount: string, currency: Currency): Promise<void> {
  const { seq, update } = await storyDocument(theProgram, storyId);
  const doc = mergedDocument([Buffer.from(update, "base64")]);
  const before = Y.encodeStateVector(doc);
  const [paragraph, typed] = [new Y.XmlElement("paragraph"), new Y.XmlElement("money")];
  typed.setAttribute("amount", amount);
  typed.setAttribute("currency", currency);
  paragraph.insert(0, [typed]);
  doc.getXmlFragment("body").push([paragraph]);
  const change = Buffer.from(Y.encodeStateAsUpdate(doc, before)).toString("base64");
  await writeStory(theProgram, { storyId, writeId: newId(), baseSeq: seq, update: change });
}
const loaf = p("A loaf costs ", money("40", "KGS"), ".");
const fixedFor = async (storyId: string, text: Body) => (await ratesOfStory(storyId, text)).fixed;

describe("the rates of a story", () => {
  it("are those of the day when it went live, for what it needs and no more", async () => {
    const text = body(loaf, factBox("Prices", rateBox("TJS")), rateBox("UZS", "live"));
    const { storyId } = await aStoryOf(text);
    await publish(storyId, monday);
    expect(await fixedFor(storyId, text)).toEqual({
      KGS: { dollars: "0.0114", effectiveDate: "2026-11-23" },
      TJS: { dollars: "0.108", effectiveDate: "2026-11-23" },
    });
  });

  it("are there for every currency but the dollar", async () => {
    await record("2026-11-23", { EUR: "1.16", RUB: "0.0123" });
    const text = body(p(money("9", "EUR"), " or ", money("800", "RUB"), " or ", money("10", "USD")));
    const { storyId } = await aStoryOf(text);
    await publish(storyId, monday);
    expect(await fixedFor(storyId, text)).toEqual({
      EUR: { dollars: "1.16", effectiveDate: "2026-11-23" },
      RUB: { dollars: "0.0123", effectiveDate: "2026-11-23" },
    });
  });

  it("do not change when the story is updated on another day; a currency that is new in it gets that day's", async () => {
    const first = body(loaf);
    const { storyId } = await aStoryOf(first);
    await publish(storyId, monday);
    await record("2026-11-26", { KGS: "0.0116", TJS: "0.109" });
    await typeMoney(storyId, "45", "KGS");
    await typeMoney(storyId, "9", "TJS");
    await publish(storyId, thursday);
    expect(await fixedFor(storyId, first)).toEqual({
      KGS: { dollars: "0.0114", effectiveDate: "2026-11-23" },
      TJS: { dollars: "0.109", effectiveDate: "2026-11-26" },
    });
  });

  it("are none while there is no rate, and come with the next update", async () => {
    await deskDb().rate.deleteMany();
    const text = body(loaf);
    const { storyId } = await aStoryOf(text);
    await publish(storyId, monday);
    expect(await fixedFor(storyId, text)).toEqual({});
    await record("2026-11-26", { KGS: "0.0116" });
    await publish(storyId, thursday);
    expect(await fixedFor(storyId, text)).toEqual({ KGS: { dollars: "0.0116", effectiveDate: "2026-11-26" } });
  });

  it("of today stand in the preview of a draft, and the fixed ones in that of a live story", async () => {
    const text = body(loaf, rateBox("TJS", "live"));
    const { storyId } = await aStoryOf(text);
    await record("2026-11-26", { KGS: "0.0116" });
    const draft = await ratesOfDraft(theProgram, storyId, text, thursday);
    expect(draft.fixed).toEqual({ KGS: { dollars: "0.0116", effectiveDate: "2026-11-26" } });
    expect(draft.live.map(({ pair }) => pair)).toContain("TJS/USD");
    await publish(storyId, thursday);
    await record("2026-11-27", { KGS: "0.0117" });
    expect((await ratesOfDraft(theProgram, storyId, text, thursday)).fixed.KGS?.dollars).toBe("0.0116");
  });

  it("are not before the readers once the story is not", async () => {
    const text = body(loaf);
    const [quiet, killed] = [await aStoryOf(text), await aStoryOf(text)];
    for (const { storyId } of [quiet, killed]) await publish(storyId, monday);
    expect(await readersDb().storyRate.count()).toBeGreaterThan(1);
    const versionOf = async (id: string) =>
      (await deskDb().story.findUniqueOrThrow({ where: { id }, select: { version: true } })).version;
    await unpublishStory(theProgram, {
      storyId: quiet.storyId,
      version: await versionOf(quiet.storyId),
      reason: "doubled",
    });
    await killStory(theProgram, { storyId: killed.storyId, version: await versionOf(killed.storyId), reason: "false" });
    for (const { storyId } of [quiet, killed]) expect(await fixedFor(storyId, text)).toEqual({});
  });
});
