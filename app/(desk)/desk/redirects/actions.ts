"use server";
import type { z } from "zod";
import * as commands from "#newsroom/redirects/commands";
import type { AddRedirect, RemoveRedirect } from "#newsroom/redirects/schema";
import { act } from "../../../_request/act.ts";

export const addRedirect = async (input: z.input<typeof AddRedirect>) => act(commands.addRedirect, input);

export const removeRedirect = async (input: z.input<typeof RemoveRedirect>) => act(commands.removeRedirect, input);
