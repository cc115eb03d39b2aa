import type { Actor } from "../kernel/actor.ts";
import {
  canMoveStory,
  canSpikeStory,
  canUnpublishStory,
  canWriteStory,
  type PublishingRule,
  type StoryToSpike,
} from "../stories/policy.ts";
import type { PublicationColumns } from "../workflow/publication.ts";
import { moveProblem, type Stage } from "../workflow/stages.ts";
import { reasonNotToSpike } from "../workflow/trash.ts";
import type { BulkTask } from "./schema.ts";

/** What a forecast needs to know of a story. */
export interface StoryAhead extends StoryToSpike, Pick<PublicationColumns, "publication"> {
  stage: string;
  sectionId: string | null;
  tagIds: string[];
  /** Plans that are not decided on. */
  plans: number;
}

/** How the newsroom works. */
export interface Ways {
  rule: PublishingRule;
  stages: readonly Stage[];
}

export type Forecast = { outcome: "done" | "unchanged" } | { outcome: "refused"; words: string };

const mostTags = 40;
const done = { outcome: "done" } as const;
const unchanged = { outcome: "unchanged" } as const;
const refused = (words: string) => ({ outcome: "refused", words }) as const;

/** What the ordinary command will say, told from the same rules that it asks. The command has the last word. */
export function forecast(actor: Actor, story: StoryAhead, task: BulkTask, { rule, stages }: Ways): Forecast {
  switch (task.verb) {
    case "move": {
      if (!canMoveStory(actor, story)) return refused("Only editors move stories between stages.");
      if (story.stage === task.argument) return unchanged;
      const problem = moveProblem(stages, story.stage, task.argument);
      return problem ? refused(problem) : done;
    }
    case "section":
      if (!canWriteStory(actor, story)) return refused("You may not change this story.");
      return story.sectionId === task.argument ? unchanged : done;
    case "addTag":
      if (!canWriteStory(actor, story)) return refused("You may not change this story.");
      if (story.tagIds.includes(task.argument)) return unchanged;
      return story.tagIds.length >= mostTags ? refused(`This story has ${mostTags} tags already.`) : done;
    case "removeTag":
      if (!canWriteStory(actor, story)) return refused("You may not change this story.");
      return story.tagIds.includes(task.argument) ? done : unchanged;
    case "spike": {
      if (!canSpikeStory(actor, story)) return refused("You may not spike this story.");
      const reason = reasonNotToSpike(story);
      return reason ? refused(reason) : done;
    }
    case "unpublish":
      if (!canUnpublishStory(actor, story, rule)) return refused("You may not unpublish this story.");
      return story.publication === "live" ? done : refused("This story is not live.");
  }
}
