"use server";
import { describePicture as describeCommand } from "#newsroom/stories/commands/describe-picture";
import { removePicture as removeCommand } from "#newsroom/stories/commands/remove-picture";
import { restorePicture as restoreCommand } from "#newsroom/stories/commands/restore-picture";
import type { PictureActions } from "../../../../components/desk/pictures/picture-actions.ts";
import { act } from "../../../_request/act.ts";

export const describePicture: PictureActions["describePicture"] = async (input) => act(describeCommand, input);
export const removePicture: PictureActions["removePicture"] = async (input) => act(removeCommand, input);
export const restorePicture: PictureActions["restorePicture"] = async (input) => act(restoreCommand, input);
