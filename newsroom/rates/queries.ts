import "server-only";
import { Decimal } from "decimal.js";
import { deskDb } from "#lib/db/desk";
import type { Body } from "../body/body.ts";
import { currenciesOf } from "../body/currencies.ts";
import type { Actor } from "../kernel/actor.ts";
import { forbidden } from "../kernel/faults.ts";
import { newsroomSettings } from "../settings/queries.ts";
import { deskStory } from "../stories/queries.ts";
import { dayOf, lastAccepted } from "./accepted.ts";
import { fixedRates } from "./fixed-rates.ts";
import { formatChange, formatValue } from "./format.ts";
import { canDecideRates } from "./policy.ts";
import { currentRates } from "./published.ts";
import {
  currencyOf,
  type SourceName as Source,
  SourceName,
  type StoryRates,
  sourceLabels,
  sourceNames,
} from "./schema.ts";
import type { Conditional } from "./sources/source.ts";
import { currentValues } from "./story-rates.ts";

/** A jump that waits for a person, beside the value that holds meanwhile. */
export interface HeldRate {
  id: string;
  pair: string;
  effectiveDate: string;
  value: string;
  source: string;
  fetchedAt: Date;
  holds: { value: string; effectiveDate: string; change: string } | null;
}

export interface SourceState {
  source: string;
  askedAt: Date | null;
  succeededAt: Date | null;
  failure: string | null;
}

/** @throws Fault forbidden for who may not decide */
export async function heldRates(actor: Actor): Promise<HeldRate[]> {
  demandDecider(actor);
  const db = deskDb();
  const rows = await db.rate.findMany({
    where: { acceptedAt: null, refusedAt: null },
    orderBy: [{ effectiveDate: "desc" }, { pair: "asc" }, { fetchedAt: "desc" }],
    take: 100,
  });
  return Promise.all(
    rows.map(async ({ id, pair, effectiveDate, rate, nominal, source, fetchedAt }) => {
      const dollars = new Decimal(rate.toFixed()).div(nominal);
      const [currency, known] = [currencyOf(pair), SourceName.safeParse(source)];
      const last = currency && known.success ? await lastAccepted(db, known.data, currency) : null;
      return {
        id,
        pair,
        effectiveDate: dayOf(effectiveDate),
        value: formatValue(dollars),
        source: known.success ? sourceLabels[known.data].label : source,
        fetchedAt,
        holds: last && {
          value: formatValue(last.dollars),
          effectiveDate: last.effectiveDate,
          change: formatChange(last.dollars, dollars).change ?? "",
        },
      };
    }),
  );
}

/** How the sources are: when they were asked, when that went well, what was wrong last. @throws Fault forbidden for who may not decide */
export async function rateSources(actor: Actor): Promise<SourceState[]> {
  demandDecider(actor);
  const rows = await deskDb().rateSource.findMany();
  return sourceNames.map((source) => {
    const row = rows.find((candidate) => candidate.source === source);
    return {
      source: sourceLabels[source].label,
      askedAt: row?.askedAt ?? null,
      succeededAt: row?.succeededAt ?? null,
      failure: row?.failure ?? null,
    };
  });
}

/** What the source's last good answer said of itself, for the next visit. */
export async function validatorsOf(source: Source): Promise<Conditional> {
  const row = await deskDb().rateSource.findUnique({ where: { source }, select: { etag: true, lastModified: true } });
  return row ?? { etag: null, lastModified: null };
}

/** What a draft's amounts and rate boxes would be shown with if it went live now, for its preview. @throws Fault notFound */
export async function ratesOfDraft(actor: Actor, storyId: string, body: Body, now: Date): Promise<StoryRates> {
  await deskStory(actor, storyId);
  return ratesToday(storyId, body, now);
}

/** The same for whoever may see this text already. */
export async function ratesToday(storyId: string, body: Body, now: Date): Promise<StoryRates> {
  const { money, frozen, live } = currenciesOf(body);
  const { zone } = await newsroomSettings();
  const [fixed, current, strip] = await Promise.all([
    fixedRates(deskDb(), storyId),
    currentValues(deskDb(), [...new Set([...money, ...frozen])], now, zone),
    live.length > 0 ? currentRates(now) : null,
  ]);
  return { fixed: { ...current, ...fixed }, live: strip ?? [] };
}

function demandDecider(actor: Actor): void {
  if (!canDecideRates(actor)) throw forbidden("Only editors and admins see what waits for a decision on rates.");
}
