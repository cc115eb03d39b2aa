import "server-only";
import { z } from "zod";
import { deskDb } from "#lib/db/desk";
import type { FetchOutside } from "#lib/fetch/client";
import type { Tx } from "../../kernel/context.ts";
import { newsroomSettings } from "../../settings/queries.ts";
import { addressOf, type Touched, touchedBy } from "../publication/reach.ts";
import { feedFiles } from "../published/feed-files.ts";

/** What the hook is told: each path with whatever query, or all of the site. */
export interface Purge {
  paths: string[];
  everything: boolean;
}

/** Caches outside keep a page for an hour: what changed before that is gone there by itself. */
const keptForMs = 65 * 60_000;
const batch = 500;
const patienceMs = 20_000;
const maxBytes = 65_536;

/**
 * Tells the hook of what has changed for readers since it was last told, and keeps how far; a process that dies in between tells
 * it again. `settledMs`: only of what is older. Answers how many events it was about.
 * @throws FetchFailed if the hook does not say yes: the same is told next time
 */
export async function tellPurgeHook(
  { listener, hook, settledMs, fetch }: { listener: string; hook: string; settledMs: number; fetch: FetchOutside },
  now: Date,
): Promise<number> {
  return deskDb().$transaction(
    async (tx) => {
      // The first time: caches outside have nothing yet.
      await tx.$executeRaw`
        insert into "ToldUpTo" ("listener", "position") select ${listener}, coalesce(max("position"), 0) from "Event"
        on conflict do nothing`;
      const [told] = await tx.$queryRaw<{ position: bigint }[]>`
        select "position" from "ToldUpTo" where "listener" = ${listener} for update skip locked`;
      if (!told) return 0;
      if (await isOfAnotherTime(tx, told.position)) {
        await fetch(hook, { maxBytes, sends: { paths: [], everything: true } });
        await tx.toldUpTo.delete({ where: { listener } });
        return 0;
      }
      const events = await tx.event.findMany({
        where: { position: { gt: told.position } },
        orderBy: { position: "asc" },
        take: batch,
        select: { position: true, type: true, subject: true, payload: true, at: true },
      });
      const young = events.findIndex(({ at }) => at.getTime() > now.getTime() - settledMs);
      const due = young === -1 ? events : events.slice(0, young);
      const last = due.at(-1);
      if (!last) return 0;
      const touched = due.filter(({ at }) => now.getTime() - at.getTime() < keptForMs).map(touchOf);
      const purge = await purgeOf(tx, touched);
      if (purge.everything || purge.paths.length > 0) await fetch(hook, { maxBytes, sends: purge });
      await tx.toldUpTo.update({ where: { listener }, data: { position: last.position } });
      return due.length;
    },
    { maxWait: 5_000, timeout: patienceMs },
  );
}

/** Fewer events than before: an older state of the database was put in its place. */
async function isOfAnotherTime(tx: Tx, told: bigint): Promise<boolean> {
  const { _max: last } = await tx.event.aggregate({ _max: { position: true } });
  return told > (last.position ?? 0n);
}

const Payload = z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null(), z.array(z.string())]));

/** An event of a form that this program does not know could mean anything. */
function touchOf({ type, subject, payload }: { type: string; subject: string | null; payload: unknown }): Touched {
  const known = Payload.safeParse(payload);
  return known.success ? touchedBy({ type, subject, payload: known.data }) : { once: ["site"], soon: [] };
}

/** What must be gone at once stands on pages that nobody has counted, such as the eleventh of a list: then everything goes. */
async function purgeOf(tx: Tx, touched: Touched[]): Promise<Purge> {
  const keys = [...new Set(touched.flatMap(({ once, soon }) => [...once, ...soon]))];
  if (keys.length === 0) return { paths: [], everything: false };
  const { language } = await newsroomSettings(tx);
  const groups = keys.filter((key) => key.startsWith("translations:")).map((key) => key.slice("translations:".length));
  const translations = await tx.liveStory.findMany({
    where: { translationGroupId: { in: groups } },
    select: { language: true, slug: true },
  });
  const paths = keys.flatMap((key) => pathsOf(key, language));
  const named = [
    ...paths.filter((path) => path !== everywhere),
    ...translations.map((story) => addressOf(story, language)),
  ];
  return {
    paths: [...new Set(named)].sort(),
    everything: paths.includes(everywhere) || touched.some(({ once }) => once.length > 0),
  };
}

const everywhere = "*";
const lists: Record<string, string> = { section: "/sections/", tag: "/tags/", author: "/authors/" };
/** Seen in no page by its own name: others name it, or sitemaps, which may be an hour old. */
const unseen = new Set(["story", "translations", "tags", "authors"]);

/** Where a key is seen; `everywhere` for what is seen on pages that it does not name. */
function pathsOf(key: string, newsroomLanguage: string): string[] {
  if (key === "front") return ["/", ...feedPaths("")];
  if (key === "corrections") return ["/corrections"];
  if (key === "stories") return ["/sitemaps/news.xml"];
  const [kind = "", ...rest] = key.split(":");
  const name = rest.join(":");
  if (kind === "address") {
    const [language = "", slug = ""] = name.split("/");
    return [addressOf({ language, slug }, newsroomLanguage)];
  }
  if (unseen.has(kind)) return [];
  const list = lists[kind];
  return list ? [`${list}${name}`, ...feedPaths(`${list}${name}`)] : [everywhere];
}

const feedPaths = (list: string) => feedFiles.map((file) => `${list}/${file}`);
