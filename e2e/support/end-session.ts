// Ends the session behind a cookie as the database would after a night: `end-session.ts <data folder> <value of the cookie>`.
import "#newsroom/wiring";
import { closeDatabase } from "#lib/db/connect";
import { deskDb } from "#lib/db/desk";
import { parseSettings } from "#lib/env";
import { unsealed } from "#lib/sealed-session";
import { hashOf } from "#lib/tokens";
import { announceDatabase, databaseInUse } from "#server/database";

const [folder = "", cookie = ""] = process.argv.slice(2);
const database = await databaseInUse(parseSettings({ DATA_DIR: folder }), folder);
if (!database) throw new Error("The program under test does not run.");
announceDatabase(database);
const token = await unsealed(decodeURIComponent(cookie));
await deskDb().staffSession.update({ where: { tokenHash: hashOf(token ?? "") }, data: { endedAt: new Date() } });
await closeDatabase();
