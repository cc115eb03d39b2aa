import "server-only";
import { createHash } from "node:crypto";
import { deskDb } from "#lib/db/desk";
import type { Actor } from "../../kernel/actor.ts";
import { forbidden, notFound } from "../../kernel/faults.ts";
import { newId } from "../../kernel/ids.ts";
import { parsed } from "../../kernel/parsed.ts";
import { pictureFiles } from "../../media/picture-files.ts";
import { canAddPicture } from "../../media/policy.ts";
import { renditionsOf } from "../../media/renditions.ts";
import { type UploadedPicture, UploadPicture } from "../../media/schema.ts";
import { wordsToldBy } from "../../media/told-words.ts";
import { addPicture } from "../commands/add-picture.ts";
import { atHand, canReadStory, canWriteStory } from "../policy.ts";
import { libraryPicture, samePicture } from "./picture-queries.ts";

/**
 * Takes a file into the library: looked at, made anew in the widths that readers get, stored, and only then written down.
 * `read` is asked for the bytes once it is known that this person may upload.
 * @throws Fault forbidden, notFound, unsupported, tooLarge, invalid; Obstacle for a disk that cannot be written
 */
export async function uploadPicture(
  actor: Actor,
  input: { uploadId: string; storyId?: string | null },
  read: () => Promise<Buffer>,
  now?: Date,
): Promise<UploadedPicture> {
  const { uploadId, storyId } = parsed(UploadPicture, input);
  await demandRight(actor, storyId);
  const upload = await read();
  const sha256 = createHash("sha256").update(upload).digest("hex");
  const same = upload.length > 0 ? await samePicture(actor, { sha256, storyId }) : null;
  if (same) return { picture: same, wasThere: true };

  const { files, ...facts } = await renditionsOf(upload);
  const words = wordsToldBy(upload);
  const store = pictureFiles();
  const id = newId();
  await store.put(id, files);
  const row = { id, storyId, sha256, bytes: upload.length, words, ...facts };
  const added = await addPicture(actor, row, { commandId: uploadId, now }).catch(async (error: unknown) => {
    await store.remove(id);
    throw error;
  });
  // Sent twice at once: the first one stands.
  if (added.id !== id) await store.remove(id);
  return { picture: await libraryPicture(actor, added.id), wasThere: false };
}

/** Asked before megabytes are read; the command asks again. */
async function demandRight(actor: Actor, storyId: string | null): Promise<void> {
  if (!canAddPicture(actor)) throw forbidden("You may not add pictures.");
  if (!storyId) return;
  const story = await deskDb().story.findUnique({ where: { id: storyId }, select: atHand });
  if (!story || !canReadStory(actor, story)) throw notFound("story");
  if (!canWriteStory(actor, story)) throw forbidden("You may not change this story.");
}
