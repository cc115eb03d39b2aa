import "server-only";
import { staffIdOf } from "../kernel/actor.ts";
import type { CommandContext } from "../kernel/context.ts";
import type { LegalStatus } from "../workflow/directions.ts";

/** Notes what legal says, with whom the newsroom has it from and when. The story's version is the caller's to count. */
export const noteLegal = ({ actor, now }: CommandContext, legalStatus: LegalStatus) => ({
  legalStatus,
  legalById: staffIdOf(actor),
  legalAt: now,
});

/** From now on nobody publishes the story until legal has cleared it. */
export async function requireLegal(context: CommandContext, storyId: string, noteId: string | null): Promise<void> {
  await context.tx.story.update({ where: { id: storyId }, data: noteLegal(context, "required") });
  context.emit({ type: "story.referred", subject: storyId, payload: { noteId } });
}
