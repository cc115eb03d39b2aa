// `npm run chapar -- <noun>:<verb>`: the operator's way to the commands that the desk uses.
import fs from "node:fs";
import { parseArgs } from "node:util";
import "#newsroom/wiring";
import { closeDatabase } from "#lib/db/connect";
import { migrationStatus } from "#lib/db/migrate";
import { parseSettings, type Settings } from "#lib/env";
import { log } from "#lib/log";
import { Obstacle, withFiles } from "#lib/obstacle";
import { Fault } from "#newsroom/kernel/faults";
import { openDataFolder } from "#server/data-folder";
import {
  announceDatabase,
  type Database,
  databaseInUse,
  hasDatabase,
  MIGRATIONS,
  openDatabase,
} from "#server/database";
import { databaseObstacle } from "#server/database-obstacle";
import { backupCommands } from "./backup.ts";
import type { Command } from "./command.ts";
import { databaseCommands } from "./db.ts";
import { demoCommands } from "./demo.ts";
import { staffCommands } from "./staff.ts";

const commands: Record<string, Command> = { ...staffCommands, ...databaseCommands, ...backupCommands, ...demoCommands };

try {
  await run(process.argv.slice(2));
} catch (error) {
  console.error(sentence(error));
  process.exitCode = 1;
}

async function run([name = "", ...given]: string[]): Promise<void> {
  const command = Object.hasOwn(commands, name) ? commands[name] : undefined;
  if (!command) throw new Obstacle(`There is no command "${name}". There are:\n${usages()}`);
  const values = valuesOf(command, given);
  const settings = parseSettings(process.env);
  await withDatabase(settings, name, command, async (database) => {
    announceDatabase(database);
    if (command.needsCurrentTables) await demandCurrentTables(database);
    await command.run({ values, database, folder: settings.DATA_DIR, now: new Date(), say: console.log });
  });
}

function valuesOf(command: Command, args: string[]) {
  try {
    return parseArgs({ args, options: command.options, allowPositionals: false }).values as Record<
      string,
      string | boolean
    >;
  } catch (error) {
    const why = error instanceof Error ? error.message.split(". ")[0] : "";
    throw new Obstacle(`${why}. Usage: npm run chapar -- ${command.usage}`);
  }
}

/** The database of the program that runs, or of one's own; else the embedded one, started for as long as it takes. */
async function withDatabase(
  settings: Settings,
  name: string,
  command: Command,
  work: (database: Database) => Promise<void>,
): Promise<void> {
  const folder = settings.DATA_DIR;
  if (settings.DATABASE_URL) withFiles(folder, () => fs.mkdirSync(folder, { recursive: true }));
  const inUse = command.alone && !settings.DATABASE_URL ? undefined : await databaseInUse(settings, folder);
  if (!inUse && !command.founds && !hasDatabase(folder)) {
    throw new Obstacle(`There is no newsroom in ${folder} yet: npm start makes one.`);
  }
  const data = inUse ? undefined : openDataFolder(folder, `npm run chapar -- ${name}`);
  try {
    const database = inUse ?? (await openDatabase(settings, folder));
    try {
      await work(database);
    } finally {
      await closeDatabase();
      await database.close();
    }
  } finally {
    data?.release();
  }
}

async function demandCurrentTables({ logins }: Database): Promise<void> {
  const { pending } = await migrationStatus(logins.owner, MIGRATIONS);
  if (pending.length === 0) return;
  throw new Obstacle("The database is not up to date: run npm start, or npm run chapar -- db:migrate, first.");
}

function sentence(error: unknown): string {
  if (error instanceof Obstacle) return error.message;
  if (error instanceof Fault) {
    const issues = error.issues.map(({ path, message }) => (path ? `--${path}: ${message}` : message));
    return issues.length > 0 ? issues.join("\n") : error.message;
  }
  const away = databaseObstacle(error, "DATABASE_URL", process.env.DATABASE_URL ?? "postgresql://127.0.0.1/chapar");
  if (away) return away.message;
  log.error("The command failed", { error });
  return "The command failed for a reason that it did not expect; what it knows stands above.";
}

function usages(): string {
  return Object.values(commands)
    .map(({ usage }) => `  npm run chapar -- ${usage}`)
    .join("\n");
}
