import "server-only";
import { z } from "zod";
import { command } from "../../kernel/command.ts";
import { forbidden } from "../../kernel/faults.ts";
import { Id } from "../../kernel/ids.ts";
import { removedForGoodAt } from "../../workflow/trash.ts";
import { storiesShowing } from "../pictures/picture-queries.ts";

/**
 * Removes a picture for good that has lain in the trash for its time; its files follow. Answers false for one that was restored meanwhile,
 * and while a story has it at its top, before readers or in a plan.
 */
export const discardPicture = command({
  name: "picture.discard",
  input: z.object({ pictureId: Id }),
  async run({ actor, now, tx, emit }, { pictureId }) {
    if (actor.kind !== "system") throw forbidden("Time alone removes a picture for good.");
    await tx.$queryRaw`select from "Picture" where "id" = ${pictureId}::uuid for update`;
    const picture = await tx.picture.findUnique({
      where: { id: pictureId, leads: { none: {} } },
      select: { removedAt: true },
    });
    const end = picture?.removedAt && removedForGoodAt({ spikedAt: picture.removedAt });
    if (!end || end > now || (await storiesShowing(tx, pictureId)).length > 0) return { removed: false };
    await tx.picture.delete({ where: { id: pictureId } });
    emit({ type: "picture.discarded", subject: pictureId });
    return { removed: true };
  },
});
