"use server";
import { pitchIdea as pitchIdeaCommand } from "#newsroom/planning/commands/pitch-idea";
import { createStory } from "#newsroom/stories/commands/create-story";
import { removeDemo as removeDemoCommand } from "#newsroom/transfer/remove-demo";
import type { PlanningActions } from "../../../components/desk/planning/planning-actions.ts";
import { act } from "../../_request/act.ts";

export const newStory = async (id: string) => act(createStory, { id });

export const pitchIdea: PlanningActions["pitchIdea"] = async (idea) => act(pitchIdeaCommand, idea);

export const removeDemo = async () => act(removeDemoCommand, {});
