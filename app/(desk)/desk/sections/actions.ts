"use server";
import type { z } from "zod";
import * as commands from "#newsroom/sections/commands";
import type { CreateSection, RenameSection } from "#newsroom/sections/schema";
import { act } from "../../../_request/act.ts";

export const createSection = async (input: z.input<typeof CreateSection>) => act(commands.createSection, input);

export const renameSection = async (input: z.input<typeof RenameSection>) => act(commands.renameSection, input);
