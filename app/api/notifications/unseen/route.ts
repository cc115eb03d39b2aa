import { unseenCount } from "#newsroom/notifications/queries";
import { watchingActor } from "../../../_request/actor.ts";
import { respond } from "../../../_request/respond.ts";

/** How many notifications are new, at most 99. Windows ask by themselves: it keeps no session alive. */
export const GET = (request: Request) =>
  respond(request, async (actor) => ({ count: await unseenCount(actor) }), watchingActor);
