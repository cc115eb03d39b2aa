import "server-only";
import type { Tx } from "../../kernel/context.ts";
import type { LeadImage } from "../../media/schema.ts";

interface LeadColumns {
  leadImageId: string | null;
  leadAltText: string;
  leadCaption: string;
  leadCredit: string;
}

/** The columns to select for a `leadImageOf`. */
export const leadFields = { leadImageId: true, leadAltText: true, leadCaption: true, leadCredit: true } as const;

/** The picture at the top of a story as its columns have it; null without one. */
export async function leadImageOf(db: Pick<Tx, "picture">, story: LeadColumns): Promise<LeadImage | null> {
  if (!story.leadImageId) return null;
  const picture = await db.picture.findUniqueOrThrow({
    where: { id: story.leadImageId },
    select: { width: true, height: true, focalX: true, focalY: true },
  });
  const { width, height, focalX, focalY } = picture;
  return {
    pictureId: story.leadImageId,
    width,
    height,
    altText: story.leadAltText,
    caption: story.leadCaption,
    credit: story.leadCredit,
    focalPoint: focalX !== null && focalY !== null ? { x: focalX, y: focalY } : null,
  };
}
