import { z } from "zod";
import type { StaffActor } from "#newsroom/kernel/actor";
import { lineNames } from "#newsroom/stories/document/story-text";

const count = z.number().int().min(0).max(Number.MAX_SAFE_INTEGER);
const Id = z.object({ client: count, clock: count });

/** A place in the text as Yjs notes it. A window that is given anything else fails at it, and at every change after it. */
const Place = z
  .object({
    type: Id.nullish(),
    tname: z.enum([...lineNames, "body"]).nullish(),
    item: Id.nullish(),
    assoc: z.number().int().min(-1).max(0).nullish(),
  })
  .refine(({ type, tname, item }) => type || tname || item);

const State = z.object({
  cursor: z.object({ anchor: Place, head: Place }).nullable().catch(null),
  isIdle: z.boolean().catch(false),
});

/** What the others see of a window: its name is ours to say, and a caret that is none is left out. */
export const shownState = (
  state: Record<string, unknown>,
  { id, name }: Pick<StaffActor, "id" | "name">,
): { user: { id: string; name: string }; cursor: unknown; isIdle: boolean } => ({
  user: { id, name },
  ...State.parse(state),
});
