import { exportTrail } from "#newsroom/history/export-commands";
import { historyFieldsOf, trailSearchOf } from "#newsroom/history/history-search";
import { systemNow } from "#newsroom/kernel/clock";
import { newsroomSettings } from "#newsroom/settings/queries";
import { respond } from "../../../_request/respond.ts";

/** The audit trail as a file, for the search that stands in the address. By POST: it leaves a line in the trail itself. */
export const POST = (request: Request): Promise<Response> =>
  respond(request, async (actor) => {
    const { zone } = await newsroomSettings();
    const fields = historyFieldsOf(Object.fromEntries(new URL(request.url).searchParams));
    const csv = await exportTrail(actor, trailSearchOf(fields, zone));
    const name = `audit-trail-${systemNow().toISOString().slice(0, 10)}.csv`;
    return new Response(csv, {
      headers: {
        "content-type": "text/csv; charset=utf-8",
        "content-disposition": `attachment; filename="${name}"`,
        "cache-control": "no-store",
      },
    });
  });
