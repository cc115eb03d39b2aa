import "server-only";
import type { Tx } from "../kernel/context.ts";
import { standingTags } from "../tags/standing-tags.ts";

/** Puts before the readers what editors arranged, under the names that sections and tags have now. */
export async function showFronts(tx: Tx): Promise<void> {
  const slots = await tx.slot.findMany({ include: { section: { select: { slug: true, spikedAt: true } } } });
  const rows = [];
  for (const { front, position, storyId, section, tagId } of slots) {
    const [tag] = await standingTags(tx, tagId ? [tagId] : []);
    const sectionSlug = section && !section.spikedAt ? section.slug : null;
    rows.push({ front, position, storyId, sectionSlug, tagSlug: tag?.slug ?? null });
  }
  await tx.liveSlot.deleteMany({});
  await tx.liveSlot.createMany({ data: rows });
}
