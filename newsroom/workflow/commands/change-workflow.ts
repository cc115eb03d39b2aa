import "server-only";
import { command } from "../../kernel/command.ts";
import type { CommandContext } from "../../kernel/context.ts";
import { conflict, forbidden, invalid } from "../../kernel/faults.ts";
import { canManageWorkflow } from "../policy.ts";
import { stages as stagesNow } from "../queries.ts";
import { ChangeWorkflow } from "../schema.ts";
import { type Stage, workflowIssues } from "../stages.ts";

/**
 * Puts the workflow in the place of the one that is: names, order, allowed moves. Stories of a stage that goes move to its successor,
 * in the same transaction. @throws Fault conflict on a stale version; invalid with what is wrong, also for stories that would stand nowhere
 */
export const changeWorkflow = command({
  name: "workflow.change",
  input: ChangeWorkflow,
  async run(context, { version, stages, successors }) {
    const { actor, tx, emit } = context;
    if (!canManageWorkflow(actor)) throw forbidden("Only admins change the workflow.");
    const issues = workflowIssues(stages);
    if (issues.length > 0) throw invalid(issues);
    const keys = new Set(stages.map(({ key }) => key));
    const goesOf = (all: Stage[]) => all.filter(({ key }) => !keys.has(key));
    // Every change of a story begins with its row: from here to the end no story comes to stand at what goes.
    if (goesOf(await stagesNow(tx)).length > 0) await tx.$executeRaw`lock table "Story" in exclusive mode`;
    const { count } = await tx.newsroom.updateMany({
      where: { id: 1, workflowVersion: version },
      data: { workflowVersion: { increment: 1 } },
    });
    if (count === 0) throw conflict("Someone else changed the workflow at the same time. Please load the page again.");

    const before = await stagesNow(tx);
    const goes = goesOf(before);
    for (const [position, stage] of stages.entries())
      await tx.stage.upsert({
        where: { key: stage.key },
        create: { ...stage, position },
        update: { ...stage, position },
      });
    for (const stage of goes)
      await moveAll(
        context,
        stage,
        stages.find(({ key }) => key === successors[stage.key]),
      );
    await tx.stage.deleteMany({ where: { key: { in: goes.map(({ key }) => key) } } });
    const nameOf = new Map(before.map(({ key, name }) => [key, name]));
    emit({
      type: "workflow.changed",
      subject: null,
      payload: {
        added: stages.filter(({ key }) => !nameOf.has(key)).map(({ key }) => key),
        renamed: stages.filter(({ key, name }) => nameOf.has(key) && nameOf.get(key) !== name).map(({ key }) => key),
        removed: goes.map(({ key }) => key),
      },
    });
    return { version: version + 1 };
  },
});

/** Beyond that the desk would stand still for too long: the table of stories is locked meanwhile. */
const mostAtOnce = 20_000;

/** Their place in lists stays: nobody worked on them. */
async function moveAll({ tx, emit }: CommandContext, from: Stage, to: Stage | undefined): Promise<void> {
  const standing = await tx.story.findMany({
    where: { stage: from.key },
    select: { id: true },
    take: mostAtOnce + 1,
  });
  if (standing.length === 0) return;
  if (!to)
    throw invalid([
      {
        path: `successors.${from.key}`,
        message: `${standing.length === 1 ? "A story stands" : `${standing.length} stories stand`} at “${from.name}”. Please say where to.`,
      },
    ]);
  if (standing.length > mostAtOnce)
    throw invalid([
      {
        path: `successors.${from.key}`,
        message: `More than ${mostAtOnce} stories stand at “${from.name}”, which is too many to move at once. Please rename it instead.`,
      },
    ]);
  await tx.story.updateMany({ where: { stage: from.key }, data: { stage: to.key, version: { increment: 1 } } });
  for (const { id } of standing)
    emit({ type: "story.stage_moved", subject: id, payload: { from: from.key, to: to.key, workflow: true } });
}
