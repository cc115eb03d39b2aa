import "server-only";
import { deskDb } from "#lib/db/desk";
import type { Tx } from "../kernel/context.ts";
import type { NewsroomSettings } from "./schema.ts";

/** The newsroom's settings. @throws if the program was not set up, which start does. */
export async function newsroomSettings(db: Pick<Tx, "newsroom"> = deskDb()): Promise<NewsroomSettings> {
  return db.newsroom.findUniqueOrThrow({
    where: { id: 1 },
    select: {
      name: true,
      zone: true,
      language: true,
      languages: true,
      authorsPublishOwn: true,
      updatesArePublic: true,
      undoWindowSeconds: true,
      version: true,
    },
  });
}
