import { Readable } from "node:stream";
import { notFound } from "#newsroom/kernel/faults";
import { pictureFiles, renditionIn } from "#newsroom/media/picture-files";
import { maySeePicture } from "#newsroom/stories/picture-queries";
import { respond } from "../../../../_request/respond.ts";

interface Context {
  params: Promise<{ id: string; file: string }>;
}

/** A picture for those who may see it at the desk, published or not. */
export const GET = (request: Request, { params }: Context) =>
  respond(request, async (actor) => {
    const { id, file } = await params;
    const rendition = renditionIn(file);
    const found = rendition && (await maySeePicture(actor, id)) ? await pictureFiles().read(id, rendition.name) : null;
    if (!rendition || !found) throw notFound("picture");
    return new Response(Readable.toWeb(found.stream) as ReadableStream, {
      headers: {
        "content-type": rendition.type,
        "content-length": String(found.bytes),
        "cache-control": "private, no-store",
      },
    });
  });
