import type { Answer } from "#newsroom/kernel/answer";

/** What the desk asks the newsroom for when it plans. */
export interface PlanningActions {
  pitchIdea(idea: {
    id: string;
    name: string;
    brief?: string;
    sectionId?: string | null;
    assigneeId?: string | null;
    dueAt?: string | null;
    take?: boolean;
  }): Promise<Answer<{ id: string }>>;
  takeIdea(input: { storyId: string; version: number }): Promise<Answer<unknown>>;
  moveStory(input: {
    storyId: string;
    version: number;
    stage: string;
    note?: string;
  }): Promise<Answer<{ version: number }>>;
  returnStory(input: {
    storyId: string;
    version: number;
    stage: string;
    reason: string;
  }): Promise<Answer<{ version: number }>>;
}
