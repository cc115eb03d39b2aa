import "server-only";
import type { CommandContext, Tx } from "../kernel/context.ts";
import { conflict, type Issue, notFound } from "../kernel/faults.ts";
import { storyInHandOf } from "../stories/story-at-hand.ts";
import type { AssignmentKind } from "./assignments.ts";

/** An assignment with its story in hand; one of a story that may not be read is as unknown as none. @throws Fault notFound */
export async function assignmentInHand(context: CommandContext, assignmentId: string) {
  const found = await context.tx.assignment.findUnique({ where: { id: assignmentId }, select: { storyId: true } });
  if (!found) throw notFound("assignment");
  const story = await storyInHandOf(context, found.storyId);
  // Read again: the story's lock is what makes the verbs of its assignments follow each other.
  const assignment = await context.tx.assignment.findUnique({ where: { id: assignmentId } });
  if (!assignment) throw notFound("assignment");
  return { story, assignment };
}

/** @throws Fault conflict if the assignment was changed since the caller looked */
export function demandAssignment(assignment: { version: number }, version: number): void {
  if (assignment.version !== version)
    throw conflict("This assignment was changed meanwhile. Please read it first.", { version: assignment.version });
}

interface Wanted {
  storyId: string;
  staffId: string;
  kind: AssignmentKind;
}

/** One person files one thing for a story once at a time. `at`: the place of the field. */
export async function sameOpenKind(tx: Tx, { storyId, staffId, kind }: Wanted, at: string): Promise<Issue[]> {
  const same = await tx.assignment.findFirst({
    where: { storyId, staffId, kind, filedAt: null, withdrawnAt: null },
    select: { staff: { select: { name: true } } },
  });
  return same ? [{ path: at, message: `${same.staff.name} is to file this for the story already.` }] : [];
}

/** `at`: the place of the field. */
export const passedDue = (dueAt: Date | null | undefined, now: Date, at: string): Issue[] =>
  dueAt && dueAt <= now ? [{ path: at, message: "This time has passed. Please choose a later one." }] : [];
