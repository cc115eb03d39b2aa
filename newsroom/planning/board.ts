import "server-only";
import { deskDb } from "#lib/db/desk";
import type { Actor } from "../kernel/actor.ts";
import { takesUp } from "../stories/policy.ts";
import { type DeskStoryRow, deskStories, type StoryFilter, storiesOfFilter } from "../stories/story-lists.ts";
import { stages } from "../workflow/queries.ts";
import { type Stage, wayToWriter } from "../workflow/stages.ts";

export type BoardFilter = Pick<StoryFilter, "deskId" | "sectionId" | "assignee" | "priority">;

/** `isToTake`: an idea that the one who asks may take up. */
interface BoardStory extends DeskStoryRow {
  isToTake: boolean;
}

export interface BoardColumn {
  stage: Stage;
  /** What is due first. */
  stories: BoardStory[];
  /** How many stand there; `countedAtMost` for that many and more. */
  count: number;
}

const shown = 30;
/** In a column of which somebody wants to see more; the list of stories has pages for still more. */
const shownAtMost = 200;
export const countedAtMost = 500;

/** The stories that readers have never had and this person may read, stage by stage. `more`: the keys of the stages of which up to `shownAtMost` are shown. */
export async function storyBoard(
  actor: Actor,
  filter: BoardFilter = {},
  more: readonly string[] = [],
): Promise<BoardColumn[]> {
  const all = await stages();
  return Promise.all(
    all.map(async (stage) => {
      const here = { ...filter, stage: stage.key, publication: "unpublished" } as const;
      const limit = more.includes(stage.key) ? shownAtMost : shown;
      const { stories: rows } = await deskStories(actor, { ...here, order: "due", limit });
      const isLeading = stage.meaning === "idea" && wayToWriter(all, stage.key).to !== null;
      const stories = rows.map((row) => ({ ...row, isToTake: isLeading && isTakenUpBy(actor, row) }));
      const count =
        stories.length < limit
          ? stories.length
          : await deskDb().story.count({ where: storiesOfFilter(actor, here), take: countedAtMost });
      return { stage, stories, count };
    }),
  );
}

const isTakenUpBy = (actor: Actor, { createdBy, assignee }: DeskStoryRow): boolean =>
  takesUp(actor, { createdById: createdBy?.id ?? null, assigneeId: assignee?.id ?? null });
