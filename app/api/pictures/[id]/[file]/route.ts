import { maySeePicture } from "#newsroom/stories/pictures/picture-queries";
import { pictureFileFor } from "../../../../_request/picture-file.ts";
import { respond } from "../../../../_request/respond.ts";

interface Context {
  params: Promise<{ id: string; file: string }>;
}

/** A picture for those who may see it at the desk, published or not. */
export const GET = (request: Request, { params }: Context) =>
  respond(request, async (actor) => {
    const { id, file } = await params;
    return pictureFileFor(id, file, () => maySeePicture(actor, id));
  });
