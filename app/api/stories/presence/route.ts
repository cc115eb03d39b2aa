import { systemNow } from "#newsroom/kernel/clock";
import { whoIsHere } from "#newsroom/stories/document/presence";
import { respond } from "../../../_request/respond.ts";

/** Who has which of these stories open now: `?ids={id},{id}`. */
export const GET = (request: Request) =>
  respond(request, (actor) => {
    const ids = new URL(request.url).searchParams.get("ids") ?? "";
    return whoIsHere(actor, ids.split(","), systemNow());
  });
