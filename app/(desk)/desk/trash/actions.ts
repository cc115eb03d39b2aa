"use server";
import type { z } from "zod";
import type { RestorePicture } from "#newsroom/media/schema";
import type { SpikeSection, UnspikeSection } from "#newsroom/sections/schema";
import * as sections from "#newsroom/sections/trash-commands";
import { restorePicture as restorePictureCommand } from "#newsroom/stories/commands/restore-picture";
import { unspikeStory as unspikeStoryCommand } from "#newsroom/stories/commands/unspike-story";
import type { UnspikeStory } from "#newsroom/stories/schema";
import type { SpikeTag, UnspikeTag } from "#newsroom/tags/schema";
import * as tags from "#newsroom/tags/trash-commands";
import { act } from "../../../_request/act.ts";

export const unspikeStory = async (input: z.input<typeof UnspikeStory>) => act(unspikeStoryCommand, input);
export const restorePicture = async (input: z.input<typeof RestorePicture>) => act(restorePictureCommand, input);
export const spikeTag = async (input: z.input<typeof SpikeTag>) => act(tags.spikeTag, input);
export const unspikeTag = async (input: z.input<typeof UnspikeTag>) => act(tags.unspikeTag, input);
export const spikeSection = async (input: z.input<typeof SpikeSection>) => act(sections.spikeSection, input);
export const unspikeSection = async (input: z.input<typeof UnspikeSection>) => act(sections.unspikeSection, input);
