import "server-only";
import { staffIdOf } from "../../kernel/actor.ts";
import { command } from "../../kernel/command.ts";
import { forbidden, notFound } from "../../kernel/faults.ts";
import { canAddPicture } from "../../media/policy.ts";
import { AddPicture } from "../../media/schema.ts";
import { atHand, canReadStory, canWriteStory } from "../policy.ts";

/** Writes a picture into the library whose files are complete; `uploadPicture` is the way there. */
export const addPicture = command({
  name: "picture.add",
  input: AddPicture,
  async run({ actor, now, tx, emit }, { storyId, words, ...picture }) {
    if (!canAddPicture(actor)) throw forbidden("You may not add pictures.");
    if (storyId) {
      const story = await tx.story.findUnique({ where: { id: storyId }, select: atHand });
      if (!story || !canReadStory(actor, story)) throw notFound("story");
      if (!canWriteStory(actor, story)) throw forbidden("You may not change this story.");
    }
    await tx.picture.create({
      data: {
        ...picture,
        ...words,
        storyId,
        isOfStory: storyId !== null,
        uploadedById: staffIdOf(actor),
        createdAt: now,
      },
    });
    emit({ type: "picture.added", subject: picture.id, payload: storyId ? { storyId } : {} });
    return { id: picture.id };
  },
});
