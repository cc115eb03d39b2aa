import "server-only";
import type { StaffActor } from "../../kernel/actor.ts";
import type { CommandOptions } from "../../kernel/command.ts";
import { seeMentions as seeThem } from "../../stories/commands/see-mentions.ts";
import { seeNotifications } from "./see-notifications.ts";

/** The actor has looked at what they were mentioned in, so they need not be told of it any more. @throws Fault notFound */
export async function seeMentions(actor: StaffActor, input: { storyId: string }, options: CommandOptions = {}) {
  await seeThem(actor, input, options);
  return seeNotifications(actor, { storyId: input.storyId, kinds: ["mention"] });
}
