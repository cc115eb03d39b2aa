// Records a rate of the day after the newest one, as the job would: `record-rate.ts <data folder> <currency> <factor>`.
// Prints what the strip will show. A process of its own, since the newsroom runs under plain Node and not in the test runner.
import "#newsroom/wiring";
import { closeDatabase } from "#lib/db/connect";
import { deskDb } from "#lib/db/desk";
import { parseSettings } from "#lib/env";
import { system } from "#newsroom/kernel/actor";
import { recordRates } from "#newsroom/rates/commands/record-rates";
import { Currency, pairOf } from "#newsroom/rates/schema";
import { announceDatabase, databaseInUse } from "#server/database";

const [folder = "", code, factor = "1"] = process.argv.slice(2);
const currency = Currency.parse(code);
const database = await databaseInUse(parseSettings({ DATA_DIR: folder }), folder);
if (!database) throw new Error("The program under test does not run.");
announceDatabase(database);

const newest = await deskDb().rate.findFirstOrThrow({
  where: { pair: pairOf(currency), acceptedAt: { not: null } },
  orderBy: { effectiveDate: "desc" },
});
const rate = newest.rate.toNumber() * Number(factor);
await recordRates(system("the journey"), {
  outcome: "rates",
  source: "currency-api",
  effectiveDate: new Date(newest.effectiveDate.getTime() + 86_400_000).toISOString().slice(0, 10),
  rates: [{ currency, rate: rate.toFixed(12) }],
  unusable: [],
  etag: null,
  lastModified: null,
});
await closeDatabase();
process.stdout.write(rate.toFixed(5));
