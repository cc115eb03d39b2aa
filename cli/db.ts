import { migrationStatus } from "#lib/db/migrate";
import { MIGRATIONS, migrateDatabase } from "#server/database";
import type { Command } from "./command.ts";

export const databaseCommands: Record<string, Command> = {
  "db:migrate": {
    usage: "db:migrate",
    options: {},
    needsCurrentTables: false,
    founds: true,
    async run({ database, say }) {
      const { applied, unknown } = await migrateDatabase(database);
      for (const name of applied) say(`Applied ${name}`);
      for (const name of unknown) say(`${name} is in the database, but this program does not know it.`);
      say("The database is up to date.");
    },
  },
  "db:status": {
    usage: "db:status",
    options: {},
    needsCurrentTables: false,
    async run({ database, say }) {
      const { applied, pending, unknown } = await migrationStatus(database.logins.owner, MIGRATIONS);
      for (const name of applied) say(`${unknown.includes(name) ? "unknown" : "applied"}  ${name}`);
      for (const name of pending) say(`waiting  ${name}`);
      say(pending.length === 0 ? "The database is up to date." : "npm start or db:migrate applies what waits.");
    },
  },
};
