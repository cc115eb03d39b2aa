"use server";
import type { z } from "zod";
import type { SetCheck } from "#newsroom/workflow/checks/schema";
import * as commands from "#newsroom/workflow/house-style/commands";
import type { AddHouseRule, ChangeHouseRule, RemoveHouseRule } from "#newsroom/workflow/house-style/schema";
import { act } from "../../../_request/act.ts";

export const addHouseRule = async (input: z.input<typeof AddHouseRule>) => act(commands.addHouseRule, input);

export const changeHouseRule = async (input: z.input<typeof ChangeHouseRule>) => act(commands.changeHouseRule, input);

export const removeHouseRule = async (input: z.input<typeof RemoveHouseRule>) => act(commands.removeHouseRule, input);

export const setCheck = async (input: z.input<typeof SetCheck>) => act(commands.setCheck, input);
