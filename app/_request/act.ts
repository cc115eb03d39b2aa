import "server-only";
import "#newsroom/wiring";
import type { StaffActor } from "#newsroom/kernel/actor";
import type { Answer } from "#newsroom/kernel/answer";
import type { CommandOptions } from "#newsroom/kernel/command";
import { unauthenticated } from "#newsroom/kernel/faults";
import { currentActor } from "./actor.ts";
import { demandOwnPage } from "./origin.ts";
import { refusalOf } from "./refusal.ts";

/** A command, or a function that calls one in its name. */
type Verb<Input, Result> = (actor: StaffActor, input: Input, options?: CommandOptions) => Promise<Result>;

/** For server actions: asks who calls, carries the command out, and turns every error into an answer that a screen can show. */
export async function act<Input, Result>(
  command: Verb<Input, Result>,
  input: NoInfer<Input>,
  options?: Pick<CommandOptions, "commandId">,
): Promise<Answer<Result>> {
  try {
    await demandOwnPage();
    const actor = await currentActor();
    if (!actor) throw unauthenticated();
    // The options come from a browser too: the time never does.
    return { ok: true, value: await command(actor, input, { commandId: options?.commandId }) };
  } catch (error) {
    return refusalOf(error, "A server action");
  }
}
