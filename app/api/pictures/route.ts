import { pictureLimits } from "#newsroom/media/limits";
import { libraryPictures } from "#newsroom/stories/pictures/picture-queries";
import { uploadPicture } from "#newsroom/stories/pictures/upload-picture";
import { bytesOf, respond } from "../../_request/respond.ts";

/** The library, as the editor asks for it: `?search=…&cursor=…`. */
export const GET = (request: Request) =>
  respond(request, async (actor) => {
    const { searchParams } = new URL(request.url);
    return libraryPictures(actor, {
      search: searchParams.get("search") ?? "",
      cursor: searchParams.get("cursor") ?? "",
    });
  });

/** A file, as it is, in the body; `?id=…` made by the sender, `&story=…` where it belongs to one. */
export const POST = (request: Request) =>
  respond(request, async (actor) => {
    const { searchParams } = new URL(request.url);
    const input = { uploadId: searchParams.get("id") ?? "", storyId: searchParams.get("story") };
    return uploadPicture(actor, input, () => bytesOf(request, pictureLimits.bytes));
  });
