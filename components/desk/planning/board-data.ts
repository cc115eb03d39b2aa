import type { Stage } from "#newsroom/workflow/stages";
import type { StoryRow } from "../stories/story-row.ts";
import type { BoardChoices } from "./BoardFilter.client.tsx";
import type { PlanningActions } from "./planning-actions.ts";
import type { PlanningSearch } from "./planning-search.ts";

/** What a card shows, and what its verbs need. */
export interface BoardCard extends StoryRow {
  version: number;
  assignee: { id: string; name: string } | null;
  brief: string | null;
  /** This person may take it up. */
  isToTake: boolean;
}

export interface BoardColumnData {
  stage: Stage;
  stories: readonly BoardCard[];
  /** How many stand there, `countedAtMost` for that many and more. */
  count: number;
}

export interface BoardScreenProps {
  data: {
    columns: readonly BoardColumnData[];
    countedAtMost: number;
    search: PlanningSearch;
    /** The keys of the stages of which more is shown. */
    more: readonly string[];
    choices: BoardChoices;
    /** Where ideas wait. */
    waitsAt: Stage;
    me: string;
    zone: string;
    now: Date;
  };
  can: { move: boolean; pitch: boolean; direct: boolean };
  actions: PlanningActions;
}
