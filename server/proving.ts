import os from "node:os";
import { setTimeout as pause } from "node:timers/promises";
import { isDatabaseAway } from "#lib/db/away";
import { deskDb } from "#lib/db/desk";
import { type FetchOutside, outsideClient } from "#lib/fetch/client";
import { namedAs } from "#lib/fetch/destination";
import { log } from "#lib/log";
import { forgetInstance, noteInstance, seenEveryMs } from "#newsroom/stories/document/instances";
import { keepFinding } from "#newsroom/stories/proofs/findings";
import { alarmFrom, provedForMs, publicPlace } from "#newsroom/stories/proofs/proofs";
import { expectedOf, lookAt, type NoticedChange, noticedSince } from "#newsroom/stories/proofs/proving";
import { isPlanDue } from "#newsroom/stories/publication/due-plans";

const EVERY_MS = 400;
const AT_ONCE = 2;
const A_ROUND = 20;
/** A proof waits so long at most for publications that are due. */
const WAITS_MS = 10_000;
const timeoutMs = 5_000;
/** Milliseconds from one look to the next while the page is not right. */
const PAUSES = [500, 1_000, 2_000, 4_000, 8_000, 15_000];
const LAST_PAUSE = 30_000;
/** Of a round: however many wait for their first look, what was not right is looked at again in time. */
const AGAIN_IN_A_ROUND = A_ROUND / 2;

interface Place {
  name: string;
  origin: string;
  fetch: FetchOutside;
}

interface Look {
  change: NoticedChange;
  place: Place;
  tries: number;
  /** Null before the first look. */
  firstAt: Date | null;
  dueAt: number;
}

/**
 * Proves, for as long as this process serves readers, that they get what was published and nothing that was withdrawn: at this
 * process's own port, and at the public address. After a crash it looks at what happened shortly before.
 */
export function openProving({ port, siteUrl }: { port: number; siteUrl: string }): { close(): Promise<void> } {
  const closing = new AbortController();
  const name = `${os.hostname()}:${port}`;
  const own = `http://127.0.0.1:${port}`;
  const until = closing.signal;
  // Both addresses are the operator's own, so they may be private ones.
  const running = [
    beSeen(name, closing.signal),
    prove({ name, origin: own, fetch: outsideClient({ allow: [namedAs(own)], timeoutMs, until }) }, closing.signal),
    prove(
      { name: publicPlace, origin: siteUrl, fetch: outsideClient({ allow: [namedAs(siteUrl)], timeoutMs, until }) },
      closing.signal,
    ),
  ];
  return {
    async close() {
      closing.abort();
      await Promise.all(running);
      await forgetInstance(name).catch(() => {});
    },
  };
}

async function beSeen(name: string, signal: AbortSignal): Promise<void> {
  let isNew = true;
  for (; !signal.aborted; await pause(seenEveryMs, undefined, { signal }).catch(() => {})) {
    try {
      await noteInstance(name, isNew);
      isNew = false;
    } catch (error) {
      if (!isDatabaseAway(error)) log.error("This instance could not say that it is there", { error });
    }
  }
}

async function prove(place: Place, signal: AbortSignal): Promise<void> {
  let position: bigint | null = null;
  let looks: Look[] = [];
  for (let away = false; !signal.aborted; await pause(EVERY_MS, undefined, { signal }).catch(() => {})) {
    try {
      const { changes, ...noticed } = await noticedSince(position, new Date());
      const isProved = position === null ? await provedBefore(changes, place) : () => false;
      looks = [
        ...without(looks, changes),
        ...changes
          .filter((change) => !isProved(change))
          .map((change) => ({ change, place, tries: 0, firstAt: null, dueAt: 0 })),
      ];
      position = noticed.position;
      if (looks.length > 0 && !(await isWaiting(looks))) looks = await lookAround(looks, signal);
      away = false;
    } catch (error) {
      if (!isDatabaseAway(error)) log.error("Proving what readers have went wrong", { error });
      else if (!away) log.warn("The database is away; what readers have is not proved");
      away = isDatabaseAway(error);
    }
  }
}

/** What happened to a story before its newest change cannot be seen any more. */
function without(looks: Look[], changes: NoticedChange[]): Look[] {
  const changed = new Set(changes.map(({ storyId }) => storyId));
  return looks.filter(({ change }) => !changed.has(change.storyId));
}

async function provedBefore(changes: NoticedChange[], place: Place): Promise<(change: NoticedChange) => boolean> {
  const ids = changes.map(({ eventId }) => eventId);
  const rows = await deskDb().$queryRaw<{ eventId: string }[]>`
    select "eventId"::text as "eventId" from "Proof"
    where "isProved" and "place" = ${place.name} and "eventId" = any(${ids}::uuid[])`;
  const known = new Set(rows.map(({ eventId }) => eventId));
  return ({ eventId }) => known.has(eventId);
}

/** Publishing goes first: where many stories are due together, looking at each page would take the time that they need. */
async function isWaiting(looks: Look[]): Promise<boolean> {
  const now = new Date();
  const oldest = Math.min(...looks.map(({ change }) => change.at.getTime()));
  return now.getTime() - oldest < WAITS_MS && (await isPlanDue(now));
}

/** Looks wherever it is time; answers what is still to be looked at. */
async function lookAround(looks: Look[], signal: AbortSignal): Promise<Look[]> {
  const due = nextRound(looks, Date.now());
  const left = looks.filter((look) => !due.includes(look));
  const fetched = new Map<Place, FetchOutside>();
  const hands = Array.from({ length: AT_ONCE }, async () => {
    for (let look = due.shift(); look; look = signal.aborted ? undefined : due.shift()) {
      const fetch = fetched.get(look.place) ?? onceEach(look.place.fetch);
      fetched.set(look.place, fetch);
      const again = await lookOnce(look, fetch, signal);
      if (again) left.push(again);
    }
  });
  await Promise.all(hands);
  return [...left, ...due];
}

function nextRound(looks: Look[], now: number): Look[] {
  const again = looks.filter(({ tries, dueAt }) => tries > 0 && dueAt <= now).slice(0, AGAIN_IN_A_ROUND);
  return [...again, ...looks.filter(({ tries }) => tries === 0)].slice(0, A_ROUND);
}

/** Within a round each page is fetched once: what it is looked at for happened before the round began. */
function onceEach(fetch: FetchOutside): FetchOutside {
  const answers = new Map<string, ReturnType<FetchOutside>>();
  return (address, request) => {
    const answer = answers.get(address) ?? fetch(address, request);
    answers.set(address, answer);
    return answer;
  };
}

async function lookOnce(look: Look, fetch: FetchOutside, signal: AbortSignal): Promise<Look | null> {
  const { change, place, tries } = look;
  const expected = await expectedOf(change, new Date());
  if (!expected) return null;
  const firstAt = look.firstAt ?? new Date();
  const finding = await lookAt(place.origin, expected, fetch);
  if (signal.aborted) return null; // nothing was found but that we stop
  const now = new Date();
  await keepFinding(change, place.name, expected, finding, { firstLookAt: firstAt, now });
  if (finding.isProved || now.getTime() - change.at.getTime() > provedForMs) return null;
  const next = now.getTime() + (PAUSES[tries] ?? LAST_PAUSE);
  const alarmAt = alarmFrom(change.at, firstAt).getTime();
  return { ...look, tries: tries + 1, firstAt, dueAt: now.getTime() < alarmAt ? Math.min(next, alarmAt) : next };
}
