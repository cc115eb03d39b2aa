"use server";
import type { z } from "zod";
import * as commands from "#newsroom/bulk/commands";
import type { PrepareBulk, StartBulk, UndoBulk } from "#newsroom/bulk/schema";
import { act } from "../../../_request/act.ts";

export const prepareBulk = async (input: z.input<typeof PrepareBulk>) => act(commands.prepareBulk, input);
export const startBulk = async (input: z.input<typeof StartBulk>) => act(commands.startBulk, input);
export const undoBulk = async (input: z.input<typeof UndoBulk>) => act(commands.undoBulk, input);
