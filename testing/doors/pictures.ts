import { newId } from "#newsroom/kernel/ids";
import { aPictureFile } from "#newsroom/media/testing";
import { uploadPicture } from "#newsroom/stories/pictures/upload-picture";
import { aLibraryPicture } from "#newsroom/stories/testing";
import * as pictures from "../../app/(desk)/desk/pictures/actions.ts";
import * as picturesPage from "../../app/(desk)/desk/pictures/page.tsx";
import * as trash from "../../app/(desk)/desk/trash/actions.ts";
import * as pictureFileHandler from "../../app/api/pictures/[id]/[file]/route.ts";
import * as picturesHandler from "../../app/api/pictures/route.ts";
import { searched } from "./asked.ts";
import { type Door, door } from "./door.ts";
import { ourSite } from "./next-request.ts";

/** Of the library. */
export const pictureDoors: Door[] = [
  door(pictures.describePicture, "picture.describe", async ({ actor }) => [
    { pictureId: await aLibraryPicture(actor), version: 1, changes: { altText: "Lorries in snow" } },
  ]),
  door(pictures.removePicture, "picture.remove", async ({ actor }) => [
    { pictureId: await aLibraryPicture(actor), version: 1 },
  ]),
  door(pictures.restorePicture, "picture.remove", async ({ actor }) => [{ pictureId: await aLibraryPicture(actor) }]),
  door(trash.restorePicture, "picture.remove", async ({ actor }) => [{ pictureId: await aLibraryPicture(actor) }]),
  door(picturesHandler.GET, "signed in", () => [new Request(`${ourSite}/api/pictures`)]),
  door(picturesHandler.POST, "picture.add", async () => [
    new Request(`${ourSite}/api/pictures?id=${newId()}`, {
      method: "POST",
      body: new Blob([new Uint8Array(await aPictureFile({ width: 40, height: 30 }))]),
    }),
  ]),
  door(pictureFileHandler.GET, "signed in", async ({ actor }) => {
    const { picture } = await uploadPicture(actor, { uploadId: newId() }, () =>
      aPictureFile({ width: 40, height: 30 }),
    );
    return [
      new Request(`${ourSite}/api/pictures/${picture.id}/40.webp`),
      { params: Promise.resolve({ id: picture.id, file: "40.webp" }) },
    ];
  }),
  door(picturesPage.default, "signed in", () => [searched]),
];
