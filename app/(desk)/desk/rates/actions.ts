"use server";
import type { z } from "zod";
import * as commands from "#newsroom/rates/commands/decide-rate";
import type { DecideRate } from "#newsroom/rates/schema";
import { act } from "../../../_request/act.ts";

type Input = z.input<typeof DecideRate>;

export const acceptRate = async (input: Input) => act(commands.acceptRate, input);

export const refuseRate = async (input: Input) => act(commands.refuseRate, input);
