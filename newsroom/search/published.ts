import "server-only";
import { Prisma } from "@prisma/client";
import { readersDb } from "#lib/db/readers";
import { cardRows, cards, type LiveCard } from "../stories/published/cards.ts";
import { perPage, type Shown, shownPage } from "../stories/published/lists.ts";
import { publicNewsroom } from "../stories/published/newsroom.ts";
import { type LiveTag, tagsCalled } from "../stories/published/tags.ts";
import { askedOf } from "./asked.ts";
import { type Named, namedIn, tagsNearTo } from "./names.ts";
import { mark, type Piece, snippetOf } from "./snippet.ts";

export interface FoundStory extends LiveCard {
  /** Where the words stand in the text; null where they stand elsewhere. */
  snippet: Piece[] | null;
}

export type Search =
  | { is: "unasked" }
  /** It took too long. */
  | { is: "busy"; asked: string }
  | {
      is: "answered";
      asked: string;
      listing: Shown & {
        stories: FoundStory[];
        /** There are more; the newest were looked at. */
        isCut: boolean;
      };
      /** What the question names; where nothing was found, what is called nearly so. */
      tags: LiveTag[];
    };

/** Nobody turns a hundred pages; of more stories than that, the newest are looked at. */
const most = 100 * perPage;
/** Milliseconds that the database gets. */
const patience = 2_000;
/** Of a text, as many letters are looked through for a snippet. */
const looked = 20_000;

/** Live stories that answer what was typed, the best first, six a page; null for a page that does not exist. */
export async function searchStories(typed: string | string[] | undefined, page: number): Promise<Search | null> {
  const asked = askedOf(typed);
  if (asked === "") return page === 1 ? { is: "unasked" } : null;
  try {
    return await answered(asked, page);
  } catch (error) {
    if (isCutOff(error)) return { is: "busy", asked };
    throw error;
  }
}

async function answered(asked: string, page: number): Promise<Search | null> {
  const named = await namedIn(asked);
  const rows = await found(asked, named, page);
  const total = rows[0]?.total ?? 0;
  const { language } = await publicNewsroom();
  const listing = await shownPage(Math.min(total, most), page, async () => ({
    stories: await withSnippets(
      asked,
      rows.map(({ id }) => id),
      language,
    ),
    isCut: total > most,
  }));
  if (!listing) return null;
  const tags = named ? named.tags : total === 0 ? await tagsNearTo(asked) : [];
  return { is: "answered", asked, listing, tags: await tagsCalled(tags, language) };
}

async function found(asked: string, named: Named | null, page: number): Promise<{ id: string; total: number }[]> {
  const { tags, authors, beside } = named ?? { tags: [], authors: [], beside: "" };
  if (page > most / perPage) return [];
  const [, rows] = await readersDb().$transaction([
    readersDb().$queryRaw`select set_config('statement_timeout', ${String(patience)}, true)`,
    readersDb().$queryRaw<{ id: string; total: number }[]>`
      select "id"::text, "total" from search_live_stories(
        ${asked}, ${tags}::text[], ${authors}::text[], ${beside}, ${most + 1}::int, ${(page - 1) * perPage}::int, ${perPage}::int)`,
  ]);
  return rows;
}

async function withSnippets(asked: string, ids: string[], language: string): Promise<FoundStory[]> {
  const options = `StartSel=${mark.begins}, StopSel=${mark.ends}, HighlightAll=true`;
  const [rows, marked] = await Promise.all([
    cardRows(ids),
    readersDb().$queryRaw<{ id: string; text: string }[]>`
      select "id"::text, ts_headline(search_configuration("language")::regconfig,
        translate(left("text", ${looked}::int), ${mark.begins + mark.ends}, ''),
        websearch_to_tsquery(search_configuration("language")::regconfig, ${asked}), ${options}) as text
      from "LiveStory" where "id" = any(${ids}::uuid[])`,
  ]);
  const snippets = new Map(marked.map(({ id, text }) => [id, snippetOf(text)]));
  return (await cards(rows, language)).map((card) => ({ ...card, snippet: snippets.get(card.id) ?? null }));
}

/** Did the database end the search because of the time it took? */
const isCutOff = (error: unknown): boolean =>
  error instanceof Prisma.PrismaClientKnownRequestError &&
  JSON.stringify([error.message, error.meta]).includes("57014");
