import type { Actor } from "../kernel/actor.ts";
import { type Action, reachOf } from "../people/roles.ts";

interface PictureAtHand {
  uploadedById: string | null;
}

const reaches = (actor: Actor, action: Action, picture: PictureAtHand): boolean => {
  const reach = reachOf(actor, action);
  return reach === "any" || (reach === "own" && actor.kind === "staff" && picture.uploadedById === actor.id);
};

export const canAddPicture = (actor: Actor): boolean => reachOf(actor, "picture.add") !== "no";
export const canDescribePicture = (actor: Actor, picture: PictureAtHand): boolean =>
  reaches(actor, "picture.describe", picture);
export const canRemovePicture = (actor: Actor, picture: PictureAtHand): boolean =>
  reaches(actor, "picture.remove", picture);
