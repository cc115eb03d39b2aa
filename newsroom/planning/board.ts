import "server-only";
import { deskDb } from "#lib/db/desk";
import type { Actor } from "../kernel/actor.ts";
import { type DeskStoryRow, deskStories, type StoryFilter, storiesOfFilter } from "../stories/queries.ts";
import { stages } from "../workflow/queries.ts";
import type { Stage } from "../workflow/stages.ts";

export type BoardFilter = Pick<StoryFilter, "deskId" | "sectionId" | "assignee" | "priority">;

export interface BoardColumn {
  stage: Stage;
  /** What is due first. */
  stories: DeskStoryRow[];
  /** How many stand there; `countedAtMost` for that many and more. */
  count: number;
}

const shown = 30;
export const countedAtMost = 500;

/** The stories that readers have never had and this person may read, stage by stage. */
export async function storyBoard(actor: Actor, filter: BoardFilter = {}): Promise<BoardColumn[]> {
  return Promise.all(
    (await stages()).map(async (stage) => {
      const here = { ...filter, stage: stage.key, publication: "unpublished" } as const;
      const { stories } = await deskStories(actor, { ...here, order: "due", limit: shown });
      const count =
        stories.length < shown
          ? stories.length
          : await deskDb().story.count({ where: storiesOfFilter(actor, here), take: countedAtMost });
      return { stage, stories, count };
    }),
  );
}
