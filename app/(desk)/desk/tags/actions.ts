"use server";
import { mergeTags as mergeTagsCommand } from "#newsroom/stories/commands/merge-tags";
import { undoTagMerge as undoTagMergeCommand } from "#newsroom/stories/commands/undo-tag-merge";
import { mergePreview } from "#newsroom/stories/tags/tag-queries";
import * as commands from "#newsroom/tags/commands";
import { suggestTags as suggestTagsQuery } from "#newsroom/tags/queries";
import type { TagActions } from "../../../../components/desk/tags/tag-actions.ts";
import { act } from "../../../_request/act.ts";

export const createTag: TagActions["createTag"] = async (input) => act(commands.createTag, input);
export const changeTag: TagActions["changeTag"] = async (input) => act(commands.changeTag, input);
export const keepTagsApart: TagActions["keepTagsApart"] = async (input) => act(commands.keepTagsApart, input);
export const suggestTags: TagActions["suggestTags"] = async (typed) =>
  act((actor, words) => suggestTagsQuery(actor, String(words)), typed);
export const previewMerge: TagActions["previewMerge"] = async (input) => act(mergePreview, input);
export const mergeTags: TagActions["mergeTags"] = async (input) => act(mergeTagsCommand, input);
export const undoTagMerge: TagActions["undoTagMerge"] = async (input) => act(undoTagMergeCommand, input);
