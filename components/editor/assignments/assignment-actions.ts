import type { Answer } from "#newsroom/kernel/answer";
import type { AssignmentKind, StoryAssignments } from "#newsroom/planning/assignments";

type At<More = object> = { assignmentId: string; version: number } & More;

/** `dueAt` in ISO; `brief` may be empty. */
interface Wanted {
  kind: AssignmentKind;
  brief: string;
  dueAt: string | null;
}

export interface AssignmentActions {
  readAssignments(storyId: string): Promise<Answer<StoryAssignments>>;
  /** `id`: made here, so that what is sent twice is given once. */
  giveAssignment(input: Wanted & { id: string; storyId: string; staffId: string }): Promise<Answer<unknown>>;
  changeAssignment(input: At<{ changes: Wanted }>): Promise<Answer<unknown>>;
  fileAssignment(input: At): Promise<Answer<unknown>>;
  withdrawAssignment(input: At): Promise<Answer<unknown>>;
}
