import "server-only";
import type { Assignment } from "@prisma/client";
import type { z } from "zod";
import { staffIdOf } from "../../kernel/actor.ts";
import { command } from "../../kernel/command.ts";
import type { Tx } from "../../kernel/context.ts";
import { conflict, forbidden, type Issue, invalid } from "../../kernel/faults.ts";
import { tellStory } from "../../stories/document/typing.ts";
import { storyInHandOf } from "../../stories/story-at-hand.ts";
import { passedDue, sameOpenKind } from "../assignment-at-hand.ts";
import { canGiveAssignment } from "../assignment-policy.ts";
import { GiveAssignment } from "../assignments.ts";

/**
 * Asks somebody to file something for a story. With that they may read the story and write in it, until it is withdrawn.
 * Sent twice, it is given once. @throws Fault notFound, forbidden, invalid, conflict
 */
export const giveAssignment = command({
  name: "assignment.give",
  input: GiveAssignment,
  async run(context, { id, storyId, staffId, kind, brief, dueAt }) {
    const { actor, now, tx, emit } = context;
    const story = await storyInHandOf(context, storyId);
    if (!canGiveAssignment(actor, story)) throw forbidden("Only editors give assignments.");
    const before = await tx.assignment.findUnique({ where: { id }, include: { staff: { select: { name: true } } } });
    if (before && before.storyId !== storyId) throw conflict("This id is taken.");
    if (before && !isSame(before, { staffId, kind, brief, dueAt }))
      throw conflict(`${before.staff.name} was given this already, in other words. Please change it in the list.`);
    if (before) return { id, version: before.version };
    const issues = [
      ...(await goneFrom(tx, staffId)),
      ...(await sameOpenKind(tx, { storyId, staffId, kind }, "kind")),
      ...passedDue(dueAt, now, "dueAt"),
    ];
    if (issues.length > 0) throw invalid(issues);
    await tx.assignment.create({
      data: { id, storyId, staffId, kind, brief: brief || null, dueAt, givenById: staffIdOf(actor), givenAt: now },
    });
    await tellStory(tx, storyId);
    emit({ type: "assignment.given", subject: storyId, payload: { assignmentId: id, to: staffId, kind } });
    return { id, version: 1 };
  },
});

async function goneFrom(tx: Tx, staffId: string): Promise<Issue[]> {
  const person = await tx.staff.findFirst({ where: { id: staffId, deactivatedAt: null }, select: { id: true } });
  return person ? [] : [{ path: "staffId", message: "This person does not work here any more." }];
}

type Asked = Pick<z.output<typeof GiveAssignment>, "staffId" | "kind" | "brief" | "dueAt">;

/** After an answer that was lost: what is asked for now must not be taken for what was given then. */
const isSame = (given: Pick<Assignment, keyof Asked>, asked: Asked): boolean =>
  given.staffId === asked.staffId &&
  given.kind === asked.kind &&
  (given.brief ?? "") === asked.brief &&
  given.dueAt?.getTime() === asked.dueAt?.getTime();
