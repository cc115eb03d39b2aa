import "server-only";
import { command } from "../../kernel/command.ts";
import { forbidden } from "../../kernel/faults.ts";
import { canRemovePicture } from "../../media/policy.ts";
import { RestorePicture } from "../../media/schema.ts";
import { pictureInHand } from "../pictures/picture-in-hand.ts";

/** Puts a removed picture back into the library, as long as it is not gone for good. */
export const restorePicture = command({
  name: "picture.restore",
  input: RestorePicture,
  async run(context, { pictureId }) {
    const picture = await pictureInHand(context, pictureId);
    if (!canRemovePicture(context.actor, picture)) throw forbidden("You may restore the pictures you uploaded.");
    if (!picture.removedAt) return { version: picture.version };
    await context.tx.picture.update({
      where: { id: pictureId },
      data: { removedAt: null, removedById: null, version: { increment: 1 } },
    });
    context.emit({ type: "picture.restored", subject: pictureId });
    return { version: picture.version + 1 };
  },
});
