"use server";
import { cancelPlan as cancelPlanCommand } from "#newsroom/stories/commands/cancel-plan";
import { changeStory as changeStoryCommand } from "#newsroom/stories/commands/change-story";
import { killStory as killStoryCommand } from "#newsroom/stories/commands/kill-story";
import { moveStory as moveStoryCommand } from "#newsroom/stories/commands/move-story";
import { planPublication as planPublicationCommand } from "#newsroom/stories/commands/plan-publication";
import { publishStory as publishStoryCommand } from "#newsroom/stories/commands/publish-story";
import { submitStory as submitStoryCommand } from "#newsroom/stories/commands/submit-story";
import { unpublishStory as unpublishStoryCommand } from "#newsroom/stories/commands/unpublish-story";
import { storyConflicts } from "#newsroom/stories/document-queries";
import { deskStory } from "#newsroom/stories/queries";
import { createTag as createTagCommand } from "#newsroom/tags/commands";
import { suggestTags as suggestTagsQuery } from "#newsroom/tags/queries";
import type { EditorActions } from "../../../../../components/editor/edited-story.ts";
import { act } from "../../../../_request/act.ts";

export const readStory: EditorActions["readStory"] = async (storyId) => act(deskStory, storyId);
export const readConflicts: EditorActions["readConflicts"] = async (storyId) => act(storyConflicts, storyId);
export const changeStory: EditorActions["changeStory"] = async (input) => act(changeStoryCommand, input);
export const createTag: EditorActions["createTag"] = async (input) => act(createTagCommand, input);
export const suggestTags: EditorActions["suggestTags"] = async (typed) =>
  act((actor, words) => suggestTagsQuery(actor, String(words)), typed);
export const submitStory: EditorActions["submitStory"] = async (input) => act(submitStoryCommand, input);
export const moveStory: EditorActions["moveStory"] = async (input) => act(moveStoryCommand, input);
export const publishStory: EditorActions["publishStory"] = async (input) => act(publishStoryCommand, input);
export const unpublishStory: EditorActions["unpublishStory"] = async (input) => act(unpublishStoryCommand, input);
export const killStory: EditorActions["killStory"] = async (input) => act(killStoryCommand, input);
export const planPublication: EditorActions["planPublication"] = async (input) => act(planPublicationCommand, input);
export const cancelPlan: EditorActions["cancelPlan"] = async (input) => act(cancelPlanCommand, input);
