import "server-only";
import { deskDb } from "#lib/db/desk";
import type { Actor } from "../kernel/actor.ts";
import type { Tx } from "../kernel/context.ts";
import { forbidden } from "../kernel/faults.ts";
import { canManageWorkflow } from "./policy.ts";
import type { Desk } from "./schema.ts";
import type { Stage } from "./stages.ts";

const stage = { key: true, name: true, meaning: true, movesTo: true } as const;

/** The stages of the newsroom in their order; everybody at the desk may know them. */
export const stages = (db: Pick<Tx, "stage"> = deskDb()): Promise<Stage[]> =>
  db.stage.findMany({ orderBy: [{ position: "asc" }, { key: "asc" }], select: stage });

/** All desks; everybody may know them. */
export const desks = (_actor: Actor): Promise<Desk[]> =>
  deskDb().desk.findMany({
    orderBy: [{ position: "asc" }, { name: "asc" }],
    select: { id: true, name: true, version: true },
  });

/** A stage with how many stories stand there. */
export interface StageInUse extends Stage {
  stories: number;
}

/** The workflow as admins change it. @throws Fault forbidden for everybody else */
export async function workflow(actor: Actor): Promise<{ version: number; stages: StageInUse[] }> {
  if (!canManageWorkflow(actor)) throw forbidden("Only admins change the workflow.");
  const [{ workflowVersion }, all] = await deskDb().$transaction(
    [
      deskDb().newsroom.findUniqueOrThrow({ where: { id: 1 }, select: { workflowVersion: true } }),
      deskDb().stage.findMany({
        orderBy: [{ position: "asc" }, { key: "asc" }],
        select: { ...stage, _count: { select: { stories: true } } },
      }),
    ],
    { isolationLevel: "RepeatableRead" },
  );
  return {
    version: workflowVersion,
    stages: all.map(({ _count, ...one }) => ({ ...one, stories: _count.stories })),
  };
}
