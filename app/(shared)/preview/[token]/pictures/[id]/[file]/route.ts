import { networkOf } from "#lib/network";
import { systemNow } from "#newsroom/kernel/clock";
import { Fault } from "#newsroom/kernel/faults";
import { isPictureShared } from "#newsroom/stories/shares/share-queries";
import { thisBrowser } from "../../../../../../_request/browser.ts";
import { pictureFileFor } from "../../../../../../_request/picture-file.ts";
import { retryAfter } from "../../../../../../_request/too-many.ts";

interface Context {
  params: Promise<{ token: string; id: string; file: string }>;
}

/** A picture of the draft that a link shows; without a session, and of no other story. */
export async function GET(_request: Request, { params }: Context): Promise<Response> {
  const { token, id, file } = await params;
  const { address } = await thisBrowser();
  try {
    return await pictureFileFor(id, file, () => isPictureShared(token, id, networkOf(address), systemNow()));
  } catch (error) {
    if (!(error instanceof Fault)) throw error;
    const isTooMany = error.fault === "tooMany";
    return new Response("There is no such picture.", { status: isTooMany ? 429 : 404, headers: retryAfter(error) });
  }
}
