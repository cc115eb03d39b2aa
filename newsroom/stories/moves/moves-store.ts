import "server-only";
import * as Y from "yjs";
import { deskDb } from "#lib/db/desk";
import type { Tx } from "../../kernel/context.ts";
import { type Moved, Moves } from "./moves.ts";

type Db = Pick<Tx, "documentMove">;

/** Of one update at most so many are noted, the longest: who took apart more than that may be named as its writer. */
const mostNoted = 2_000;

/** Notes what an update moves, before it is stored. Noted again, or never stored, it does no harm. */
export async function noteMoves(storyId: string, moved: readonly Moved[], at: Date, db: Db = deskDb()): Promise<void> {
  if (moved.length === 0) return;
  const longest = moved.toSorted((one, other) => other.length - one.length).slice(0, mostNoted);
  await db.documentMove.createMany({
    data: longest.map(({ from, to, length }) => ({
      storyId,
      toClient: to.client,
      toClock: to.clock,
      fromClient: from.client,
      fromClock: from.clock,
      length,
      at,
    })),
    skipDuplicates: true,
  });
}

/** All that moved in a story's text. */
export async function movesOf(storyId: string, db: Db = deskDb()): Promise<Moves> {
  const rows = await db.documentMove.findMany({ where: { storyId }, orderBy: { at: "asc" } });
  return new Moves(
    rows.map(({ toClient, toClock, fromClient, fromClock, length }) => ({
      from: Y.createID(Number(fromClient), fromClock),
      to: Y.createID(Number(toClient), toClock),
      length,
    })),
  );
}
