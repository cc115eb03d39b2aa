"use server";
import type { z } from "zod";
import * as commands from "#newsroom/settings/commands";
import type { ChangeSettings } from "#newsroom/settings/schema";
import { changeWorkflow as changeWorkflowCommand } from "#newsroom/workflow/commands/change-workflow";
import { createDesk as createDeskCommand } from "#newsroom/workflow/commands/create-desk";
import { removeDesk as removeDeskCommand } from "#newsroom/workflow/commands/remove-desk";
import { renameDesk as renameDeskCommand } from "#newsroom/workflow/commands/rename-desk";
import type { DesksActions } from "../../../../components/desk/settings/DesksForm.client.tsx";
import type { WorkflowActions } from "../../../../components/desk/settings/WorkflowForm.client.tsx";
import { act } from "../../../_request/act.ts";

export const changeSettings = async (input: z.input<typeof ChangeSettings>) => act(commands.changeSettings, input);

export const changeWorkflow: WorkflowActions["changeWorkflow"] = async (input) => act(changeWorkflowCommand, input);
export const createDesk: DesksActions["createDesk"] = async (input) => act(createDeskCommand, input);
export const renameDesk: DesksActions["renameDesk"] = async (input) => act(renameDeskCommand, input);
export const removeDesk: DesksActions["removeDesk"] = async (input) => act(removeDeskCommand, input);
