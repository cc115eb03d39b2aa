// Says of a story's document that only editors of this number know all of it: `raise-schema.ts <data folder> <story> <number>`.
import "#newsroom/wiring";
import { closeDatabase } from "#lib/db/connect";
import { deskDb } from "#lib/db/desk";
import { parseSettings } from "#lib/env";
import { announceDatabase, databaseInUse } from "#server/database";

const [folder = "", storyId = "", schema] = process.argv.slice(2);
const database = await databaseInUse(parseSettings({ DATA_DIR: folder }), folder);
if (!database) throw new Error("The program under test does not run.");
announceDatabase(database);
await deskDb().storyDocument.update({ where: { storyId }, data: { schema: Number(schema) } });
await closeDatabase();
