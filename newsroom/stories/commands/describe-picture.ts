import "server-only";
import { command } from "../../kernel/command.ts";
import { forbidden } from "../../kernel/faults.ts";
import { definedOf } from "../../kernel/patch.ts";
import { canDescribePicture } from "../../media/policy.ts";
import { DescribePicture } from "../../media/schema.ts";
import { demandPicture, pictureInHand } from "../pictures/picture-in-hand.ts";

/** Changes what the library says of a picture. Stories that have it keep the words that were taken over with it. */
export const describePicture = command({
  name: "picture.describe",
  input: DescribePicture,
  async run(context, { pictureId, version, changes }) {
    const picture = await pictureInHand(context, pictureId);
    if (!canDescribePicture(context.actor, picture)) throw forbidden("You may describe the pictures you uploaded.");
    demandPicture(picture, version);
    const { focalPoint, ...words } = changes;
    await context.tx.picture.update({
      where: { id: pictureId },
      data: {
        ...definedOf(words),
        ...(focalPoint !== undefined && { focalX: focalPoint?.x ?? null, focalY: focalPoint?.y ?? null }),
        version: { increment: 1 },
      },
    });
    context.emit({ type: "picture.described", subject: pictureId, payload: { fields: Object.keys(changes) } });
    return { version: version + 1 };
  },
});
