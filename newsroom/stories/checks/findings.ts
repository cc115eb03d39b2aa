import "server-only";
import { deskDb } from "#lib/db/desk";
import { picturesIn } from "../../body/pictures.ts";
import type { Actor } from "../../kernel/actor.ts";
import { systemNow, underEmbargo } from "../../kernel/clock.ts";
import type { Tx } from "../../kernel/context.ts";
import { notFound } from "../../kernel/faults.ts";
import { isId } from "../../kernel/ids.ts";
import { newsroomSettings } from "../../settings/queries.ts";
import { localOf } from "../../settings/zone.ts";
import { findingsIn } from "../../workflow/checks/checks.ts";
import { linkedAddresses } from "../../workflow/checks/dead-links.ts";
import type { Finding } from "../../workflow/checks/finding.ts";
import { weightOf } from "../../workflow/checks/kinds.ts";
import { checkSettings, houseRules } from "../../workflow/house-style/queries.ts";
import { readingOf, suggestionsIn } from "../document/document.ts";
import { newestDocument, storedDocument } from "../document/document-store.ts";
import type { StoryText } from "../document/story-text.ts";
import { leadFields } from "../pictures/lead-image.ts";
import { atHand, canReadStory } from "../policy.ts";
import { linkStates, outsideAddresses } from "./link-states.ts";
import { wantVisits } from "./link-visits.ts";

export interface StoryFindings {
  findings: Finding[];
  /** Links are still being visited: ask again in a moment. */
  isWaiting: boolean;
}

/** What the checks find in a story as it stands. @throws Fault notFound, also for a story that may not be read */
export async function storyFindings(actor: Actor, storyId: string): Promise<StoryFindings> {
  const db = deskDb();
  const story = isId(storyId)
    ? await db.story.findUnique({
        where: { id: storyId },
        select: { ...checkedColumns, ...atHand, embargoUntil: true },
      })
    : null;
  if (!story || !canReadStory(actor, story)) throw notFound("story");
  const document = newestDocument(await storedDocument(db, storyId));
  const { text, tooLong, unfit } = readingOf(document);
  if (!text) return { findings: [unreadable((tooLong ?? unfit)?.message)], isWaiting: false };
  const now = systemNow();
  const visits = await mayVisitLinks(db, story, now);
  if (visits) await wantVisits(outsideAddresses(linkedAddresses(text)), now);
  const { findings, links } = await findingsOf(db, story, text, suggestionsIn(document).length, now);
  return { findings, isWaiting: visits && links.some((state) => state === "unknown") };
}

/** A visit leaves a trace at the other end: nobody who is linked to may learn from it of a story that is secret. */
async function mayVisitLinks(
  db: Tx,
  story: { confidential: boolean; embargoUntil: Date | null },
  now: Date,
): Promise<boolean> {
  if (story.confidential || underEmbargo(story, now)) return false;
  return weightOf("links", await checkSettings(db)) !== "off";
}

const unreadable = (message = "The text cannot be read."): Finding => ({
  check: "text",
  severity: "error",
  message,
  at: { part: "body" },
});

export const checkedColumns = {
  id: true,
  language: true,
  sectionId: true,
  ...leadFields,
  tags: { orderBy: { position: "asc" }, select: { tag: { select: { id: true, slug: true, name: true } } } },
} as const;

interface Checked {
  id: string;
  language: string;
  sectionId: string | null;
  leadImageId: string | null;
  leadAltText: string;
  leadCaption: string;
  leadCredit: string;
  tags: { tag: { id: string; slug: string; name: string } }[];
}

/** Everything that the checks find in this text of a story. */
export async function findingsOf(db: Tx, story: Checked, text: StoryText, openSuggestions: number, now: Date) {
  const [{ zone }, rules, settings, openComments, live, tags, links, pictures] = [
    await newsroomSettings(db),
    await houseRules(db),
    await checkSettings(db),
    await db.commentThread.count({ where: { storyId: story.id, resolvedAt: null } }),
    await liveStories(db),
    await db.liveTag.findMany({
      where: { slug: { in: story.tags.map(({ tag }) => tag.slug) } },
      select: { slug: true, stories: true },
    }),
    await linkStates(db, linkedAddresses(text)),
    await picturesThere(db, [...picturesIn(text.body), ...(story.leadImageId ? [story.leadImageId] : [])]),
  ];
  const findings = await findingsIn(
    {
      text,
      language: story.language,
      sectionId: story.sectionId,
      leadImage: story.leadImageId
        ? {
            pictureId: story.leadImageId,
            altText: story.leadAltText,
            caption: story.leadCaption,
            credit: story.leadCredit,
          }
        : null,
      pictures,
      tags: story.tags.map(({ tag: { id, slug, name } }) => ({
        id,
        name,
        liveStories: tags.find((tag) => tag.slug === slug)?.stories ?? 0,
      })),
      liveStories: live,
      openComments,
      openSuggestions,
      links,
      today: localOf(now, zone).slice(0, 10),
      houseRules: rules,
    },
    settings,
  );
  return { findings, links: [...links.values()] };
}

async function picturesThere(db: Pick<Tx, "picture">, ids: string[]): Promise<Set<string>> {
  if (ids.length === 0) return new Set();
  const rows = await db.picture.findMany({
    where: { id: { in: ids.filter(isId) }, removedAt: null },
    select: { id: true },
  });
  return new Set(rows.map(({ id }) => id));
}

/** Counted by triggers for each section: all live stories need no count of their own. */
async function liveStories(db: Pick<Tx, "liveSection">): Promise<number> {
  const { _sum } = await db.liveSection.aggregate({ _sum: { stories: true } });
  return _sum.stories ?? 0;
}
