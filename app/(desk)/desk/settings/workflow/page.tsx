import type { Metadata } from "next";
import { forbidden } from "next/navigation";
import { WorkflowScreen } from "#components/desk/settings/WorkflowScreen";
import { canManageWorkflow } from "#newsroom/workflow/policy";
import { desks, workflow } from "#newsroom/workflow/queries";
import { requireActor } from "../../../../_request/actor.ts";
import { changeWorkflow, createDesk, removeDesk, renameDesk } from "../actions.ts";

export const metadata: Metadata = { title: "Stages and desks" };

export default async function WorkflowPage() {
  const actor = await requireActor();
  if (!canManageWorkflow(actor)) forbidden();
  const [{ version, stages }, allDesks] = await Promise.all([workflow(actor), desks(actor)]);
  return (
    <WorkflowScreen
      data={{ version, stages, desks: allDesks }}
      actions={{ changeWorkflow, createDesk, renameDesk, removeDesk }}
    />
  );
}
