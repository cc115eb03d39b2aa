import "server-only";
import { Prisma } from "@prisma/client";
import { deskDb } from "#lib/db/desk";
import type { Actor } from "../../kernel/actor.ts";
import { forbidden } from "../../kernel/faults.ts";
import { deskStory } from "../queries.ts";
import type { CorrectionKind, NotePlace } from "../schema.ts";
import { PublicDifference } from "./public-difference.ts";

/** What readers are told, or were told, of one publication. */
export interface LogEntry {
  revisionId: string;
  /** Null for an update. */
  kind: CorrectionKind | null;
  at: Date;
  /** Empty where they are told nothing but the difference. */
  note: string;
  place: NotePlace;
  noteWithdrawnAt: Date | null;
  isPublic: boolean;
  /** What they are shown if that is public; null where there is nothing for them. */
  difference: PublicDifference | null;
}

/** What readers are told of the publications of a story after its first, the newest first. @throws Fault notFound, forbidden */
export async function storyLog(actor: Actor, storyId: string): Promise<LogEntry[]> {
  const story = await deskStory(actor, storyId);
  if (!story.can.correct) throw forbidden("You may not change what readers are told of this story.");
  const rows = await deskDb().publishedChange.findMany({
    where: { storyId, at: { not: null }, OR: [{ kind: { not: null } }, { difference: { not: Prisma.DbNull } }] },
    orderBy: [{ at: "desc" }, { revisionId: "asc" }],
  });
  return rows.flatMap(({ revisionId, kind, at, note, place, noteWithdrawnAt, isPublic, difference }) =>
    at
      ? {
          revisionId,
          kind,
          at,
          note: note ?? "",
          place: place ?? "top",
          noteWithdrawnAt,
          isPublic,
          difference: difference === null ? null : PublicDifference.parse(difference),
        }
      : [],
  );
}
