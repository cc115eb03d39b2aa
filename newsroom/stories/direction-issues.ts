import "server-only";
import type { CommandContext } from "../kernel/context.ts";
import type { Issue } from "../kernel/faults.ts";

interface Directions {
  assigneeId?: string | null | undefined;
  deskId?: string | null | undefined;
  dueAt?: Date | null | undefined;
}

/** What is wrong with who is to write a story, at which desk, by when; `before` stands before the name of each field. */
export async function directionIssues(
  { tx, now }: CommandContext,
  { assigneeId, deskId, dueAt }: Directions,
  before = "",
): Promise<Issue[]> {
  const issues: Issue[] = [];
  if (assigneeId && !(await tx.staff.findFirst({ where: { id: assigneeId, deactivatedAt: null } })))
    issues.push({ path: `${before}assigneeId`, message: "This person does not work here any more." });
  if (deskId && !(await tx.desk.findUnique({ where: { id: deskId } })))
    issues.push({ path: `${before}deskId`, message: "This desk does not exist any more." });
  if (dueAt && dueAt <= now)
    issues.push({ path: `${before}dueAt`, message: "This time has passed. Please choose a later one." });
  return issues;
}
