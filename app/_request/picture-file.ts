import "server-only";
import { notFound } from "#newsroom/kernel/faults";
import { pictureFiles, renditionIn } from "#newsroom/media/picture-files";

/** A file of a picture for one person, kept by nobody. @throws Fault notFound, also for whoever may not have it */
export async function pictureFileFor(id: string, file: string, may: () => Promise<boolean>): Promise<Response> {
  const rendition = renditionIn(file);
  const found = rendition && (await may()) ? await pictureFiles().read(id, rendition.name) : null;
  if (!rendition || !found) throw notFound("picture");
  return new Response(new Uint8Array(found), {
    headers: {
      "content-type": rendition.type,
      "content-length": String(found.byteLength),
      "cache-control": "private, no-store",
    },
  });
}
