import "server-only";
import { command } from "../../kernel/command.ts";
import { conflict, forbidden, invalid } from "../../kernel/faults.ts";
import { tellStory } from "../../stories/document/typing.ts";
import { assignmentInHand, demandAssignment, passedDue, sameOpenKind } from "../assignment-at-hand.ts";
import { canGiveAssignment } from "../assignment-policy.ts";
import { ChangeAssignment } from "../assignments.ts";

/** Says anew what is wanted, and by when. Sent twice, it is changed once. @throws Fault notFound, forbidden, invalid, conflict if it waits no more */
export const changeAssignment = command({
  name: "assignment.change",
  input: ChangeAssignment,
  async run(context, { assignmentId, version, changes }) {
    const { actor, now, tx, emit } = context;
    const { story, assignment } = await assignmentInHand(context, assignmentId);
    if (!canGiveAssignment(actor, story)) throw forbidden("Only editors change assignments.");
    if (assignment.withdrawnAt) throw conflict("This assignment was withdrawn meanwhile.");
    if (assignment.filedAt) throw conflict("This was filed already. Please give a new assignment.");
    const { storyId, staffId } = assignment;
    const kind = changes.kind ?? assignment.kind;
    const brief = changes.brief === undefined ? assignment.brief : changes.brief || null;
    const dueAt = changes.dueAt === undefined ? assignment.dueAt : changes.dueAt;
    const isNewKind = kind !== assignment.kind;
    const isNewDue = dueAt?.getTime() !== assignment.dueAt?.getTime();
    if (!isNewKind && !isNewDue && brief === assignment.brief) return { version: assignment.version };
    demandAssignment(assignment, version);
    const issues = [
      ...(isNewKind ? await sameOpenKind(tx, { storyId, staffId, kind }, "changes.kind") : []),
      ...(isNewDue ? passedDue(dueAt, now, "changes.dueAt") : []),
    ];
    if (issues.length > 0) throw invalid(issues);
    await tx.assignment.update({
      where: { id: assignmentId },
      data: { kind, brief, dueAt, version: { increment: 1 } },
    });
    await tellStory(tx, storyId);
    emit({ type: "assignment.changed", subject: storyId, payload: { assignmentId, to: staffId, kind } });
    return { version: version + 1 };
  },
});
