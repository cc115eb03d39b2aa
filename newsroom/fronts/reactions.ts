import "server-only";
import type { Reaction, ReactionTable } from "../kernel/reactions.ts";
import { showFronts } from "./projection.ts";

/** Whatever readers may not see leaves its slot, which goes back to its rule. */
const leaveFronts: Reaction = async ({ subject }, { tx, emit }) => {
  if (!subject) return;
  const slots = await tx.slot.findMany({ where: { storyId: subject } });
  await tx.slot.updateMany({ where: { storyId: subject }, data: { storyId: null } });
  // The story itself may be gone, and its slot with it emptied by the database.
  await tx.liveSlot.updateMany({ where: { storyId: subject }, data: { storyId: null } });
  // Whoever arranges just now is told, and puts nothing back.
  await tx.front.updateMany({
    where: { key: { in: slots.map(({ front }) => front) } },
    data: { version: { increment: 1 } },
  });
  for (const { front, position } of slots)
    emit({ type: "slot.emptied", subject, payload: { front, position, because: "withdrawn" } });
};

const showAnew: Reaction = async (_event, { tx }) => showFronts(tx);

/** In the transaction of what they hear of. */
export const frontReactions: ReactionTable = {
  "story.killed": [leaveFronts],
  "story.retracted": [leaveFronts],
  "story.unpublished": [leaveFronts],
  "story.embargoed": [leaveFronts],
  "section.spiked": [showAnew],
  "section.unspiked": [showAnew],
  "section.removed": [showAnew],
  "tag.renamed": [showAnew],
  "tag.merged": [showAnew],
  "tag.merge_undone": [showAnew],
  "tag.spiked": [showAnew],
  "tag.unspiked": [showAnew],
  "tag.removed": [showAnew],
};
