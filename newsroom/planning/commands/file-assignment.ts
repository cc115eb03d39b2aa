import "server-only";
import { command } from "../../kernel/command.ts";
import { conflict, forbidden } from "../../kernel/faults.ts";
import { tellStory } from "../../stories/document/typing.ts";
import { assignmentInHand, demandAssignment } from "../assignment-at-hand.ts";
import { canFileAssignment } from "../assignment-policy.ts";
import { FileAssignment } from "../assignments.ts";

/** Says that what was asked for is there. Who filed stays in the story. Sent twice, it is filed once. @throws Fault notFound, forbidden, conflict */
export const fileAssignment = command({
  name: "assignment.file",
  input: FileAssignment,
  async run(context, { assignmentId, version }) {
    const { actor, now, tx, emit } = context;
    const { story, assignment } = await assignmentInHand(context, assignmentId);
    const { staffId, kind } = assignment;
    if (!canFileAssignment(actor, story, assignment)) throw forbidden("This is somebody else’s to file.");
    if (assignment.withdrawnAt) throw conflict("This assignment was withdrawn meanwhile.");
    if (assignment.filedAt) return { version: assignment.version };
    demandAssignment(assignment, version);
    await tx.assignment.update({ where: { id: assignmentId }, data: { filedAt: now, version: { increment: 1 } } });
    await tellStory(tx, story.id);
    emit({ type: "assignment.filed", subject: story.id, payload: { assignmentId, to: staffId, kind } });
    return { version: version + 1 };
  },
});
