import "server-only";
import { command } from "../../kernel/command.ts";
import { forbidden } from "../../kernel/faults.ts";
import { tellStory } from "../../stories/document/typing.ts";
import { assignmentInHand, demandAssignment } from "../assignment-at-hand.ts";
import { canGiveAssignment } from "../assignment-policy.ts";
import { WithdrawAssignment } from "../assignments.ts";

/**
 * Asks for it no more; of what was filed, lets its person in no more. Without another way into the story they are out within seconds.
 * Sent twice, it is withdrawn once. @throws Fault notFound, forbidden, conflict
 */
export const withdrawAssignment = command({
  name: "assignment.withdraw",
  input: WithdrawAssignment,
  async run(context, { assignmentId, version }) {
    const { actor, now, tx, emit } = context;
    const { story, assignment } = await assignmentInHand(context, assignmentId);
    const { staffId, kind } = assignment;
    if (!canGiveAssignment(actor, story)) throw forbidden("Only editors withdraw assignments.");
    if (assignment.withdrawnAt) return { version: assignment.version };
    demandAssignment(assignment, version);
    await tx.assignment.update({ where: { id: assignmentId }, data: { withdrawnAt: now, version: { increment: 1 } } });
    await tellStory(tx, story.id);
    emit({ type: "assignment.withdrawn", subject: story.id, payload: { assignmentId, to: staffId, kind } });
    return { version: version + 1 };
  },
});
