"use server";
import type { z } from "zod";
import * as commands from "#newsroom/settings/commands";
import type { ChangeSettings } from "#newsroom/settings/schema";
import { act } from "../../../_request/act.ts";

export const changeSettings = async (input: z.input<typeof ChangeSettings>) => act(commands.changeSettings, input);
