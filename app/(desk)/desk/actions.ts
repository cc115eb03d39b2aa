"use server";
import { createStory } from "#newsroom/stories/commands/create-story";
import { removeDemo as removeDemoCommand } from "#newsroom/transfer/remove-demo";
import { act } from "../../_request/act.ts";

export const newStory = async (id: string) => act(createStory, { id });

export const removeDemo = async () => act(removeDemoCommand, {});
