import { z } from "zod";
import { Id } from "../kernel/ids.ts";
import { Instant } from "../kernel/instant.ts";
import { lines } from "../kernel/text.ts";

/** What somebody should file. */
export const assignmentKinds = ["words", "pictures", "video", "graphics", "translation", "other"] as const;
export type AssignmentKind = (typeof assignmentKinds)[number];

/** Characters of what is wanted. */
export const briefLength = 2_000;

const Version = z.int().min(1);
const wanted = {
  kind: z.enum(assignmentKinds),
  /** Empty: the story says it. */
  brief: lines(briefLength),
  dueAt: Instant.nullable(),
};

/** `id`: of the assignment, made by the client. */
export const GiveAssignment = z.object({
  id: Id,
  storyId: Id,
  staffId: Id,
  kind: wanted.kind,
  brief: wanted.brief.default(""),
  dueAt: wanted.dueAt.default(null),
});
/** For whom it is does not change: another person gets another assignment. `version`: of the assignment. */
export const ChangeAssignment = z.object({
  assignmentId: Id,
  version: Version,
  changes: z
    .object(wanted)
    .partial()
    .refine((changes) => Object.keys(changes).length > 0, "Nothing was changed."),
});
export const FileAssignment = z.object({ assignmentId: Id, version: Version });
export const WithdrawAssignment = z.object({ assignmentId: Id, version: Version });

interface Standing {
  filedAt: Date | null;
  withdrawnAt: Date | null;
}

/** It still waits to be filed. */
export const isOpen = ({ filedAt, withdrawnAt }: Standing): boolean => filedAt === null && withdrawnAt === null;

/** Its time has passed, and it still waits. */
export const isOverdue = (assignment: Standing & { dueAt: Date | null }, now: Date): boolean =>
  isOpen(assignment) && assignment.dueAt !== null && assignment.dueAt < now;

/** An assignment as the desk shows it. */
export interface StoryAssignment {
  id: string;
  version: number;
  kind: AssignmentKind;
  brief: string;
  dueAt: Date | null;
  person: { id: string; name: string };
  givenBy: string | null;
  givenAt: Date;
  filedAt: Date | null;
  withdrawnAt: null;
  /** What the one who asks may do with it now. */
  can: { file: boolean; change: boolean; withdraw: boolean };
}

export interface StoryAssignments {
  /** Those that are not withdrawn: what waits, by when it is due, before what was filed. */
  list: StoryAssignment[];
  can: { give: boolean };
}
