import "server-only";
import { staffIdOf } from "../../kernel/actor.ts";
import { command } from "../../kernel/command.ts";
import { conflict, forbidden } from "../../kernel/faults.ts";
import { canRemovePicture } from "../../media/policy.ts";
import { RemovePicture } from "../../media/schema.ts";
import { demandPicture, pictureInHand } from "../pictures/picture-in-hand.ts";
import { storiesShowing } from "../pictures/picture-queries.ts";
import { readableBy } from "../readable.ts";

/**
 * Takes a picture out of the library. It lies in the trash for 30 days, in which it can be restored.
 * @throws Fault conflict with `detail.stories` while readers have it, or are to have it by a plan
 */
export const removePicture = command({
  name: "picture.remove",
  input: RemovePicture,
  async run(context, { pictureId, version }) {
    const { actor, tx, now, emit } = context;
    const picture = await pictureInHand(context, pictureId);
    if (!canRemovePicture(actor, picture)) throw forbidden("You may remove the pictures you uploaded.");
    demandPicture(picture, version);
    const showing = await storiesShowing(tx, pictureId);
    if (showing.length > 0) {
      const known = await tx.story.findMany({
        where: { id: { in: showing.map(({ id }) => id) }, AND: readableBy(actor) },
        select: { id: true, headline: true },
      });
      const words = showing.length === 1 ? "A story shows" : `${showing.length} stories show`;
      throw conflict(`${words} this picture to readers, or will. Take it out there first.`, { stories: known });
    }
    await tx.picture.update({
      where: { id: pictureId },
      data: { removedAt: now, removedById: staffIdOf(actor), version: { increment: 1 } },
    });
    emit({ type: "picture.removed", subject: pictureId });
    return { version: version + 1 };
  },
});
