"use server";
import type { z } from "zod";
import { changeProfile as changeProfileCommand } from "#newsroom/people/commands/change-profile";
import { createProfile as createProfileCommand } from "#newsroom/people/commands/create-profile";
import { removeProfile as removeProfileCommand } from "#newsroom/people/commands/remove-profile";
import type { ChangeProfile, CreateProfile, RemoveProfile } from "#newsroom/people/schema";
import { act } from "../../../_request/act.ts";

export const createProfile = async (input: z.input<typeof CreateProfile>) => act(createProfileCommand, input);

export const changeProfile = async (input: z.input<typeof ChangeProfile>) => act(changeProfileCommand, input);

export const removeProfile = async (input: z.input<typeof RemoveProfile>) => act(removeProfileCommand, input);
