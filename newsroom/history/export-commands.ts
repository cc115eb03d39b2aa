import "server-only";
import { z } from "zod";
import type { Actor } from "../kernel/actor.ts";
import { command } from "../kernel/command.ts";
import { forbidden, invalid } from "../kernel/faults.ts";
import { parsed } from "../kernel/parsed.ts";
import { csvHead, csvRow } from "./csv.ts";
import { canSearchHistory } from "./policy.ts";
import { TrailSearch } from "./schema.ts";
import { trail } from "./trail.ts";

const mostRows = 50_000;

const noteExport = command({
  name: "audit.export",
  input: z.object({ rows: z.int(), narrowedBy: z.array(z.string()) }),
  async run({ actor, emit }, { rows, narrowedBy }) {
    if (!canSearchHistory(actor)) throw forbidden("Only admins export the trail.");
    emit({ type: "audit.exported", subject: null, payload: { rows, narrowedBy } });
    return {};
  },
});

/** The whole answer as a CSV file, and a line about it in the trail. @throws Fault forbidden; invalid for more than 50,000 lines */
export async function exportTrail(actor: Actor, input: z.input<typeof TrailSearch>): Promise<string> {
  const search = parsed(TrailSearch, input);
  const lines = [csvHead()];
  for (let cursor: string | null = ""; cursor !== null; ) {
    const { entries, next } = await trail(actor, search, { cursor, limit: 1_000 });
    for (const entry of entries) lines.push(csvRow(entry));
    if (lines.length - 1 > mostRows)
      throw invalid(`This is more than ${mostRows.toLocaleString("en")} lines. Please choose a shorter time.`);
    cursor = next;
  }
  const narrowedBy = Object.entries(search).flatMap(([name, value]) => (value === undefined ? [] : [name]));
  await noteExport(actor, { rows: lines.length - 1, narrowedBy });
  return lines.join("");
}
