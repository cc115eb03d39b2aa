import type { ParseArgsOptionsConfig } from "node:util";
import type { Database } from "#server/database";

export interface Invocation {
  /** What was given by `--name value`. */
  values: Readonly<Record<string, string | boolean | undefined>>;
  database: Database;
  /** DATA_DIR. */
  folder: string;
  now: Date;
  say: (line: string) => void;
}

/** One verb of the command line. Wrong input is an `Obstacle` or a `Fault`; both become one sentence. */
export interface Command {
  /** How to call it, without `npm run chapar --`. */
  usage: string;
  options: ParseArgsOptionsConfig;
  /** Tables must be as this program knows them. */
  needsCurrentTables: boolean;
  /** Makes a database of its own in an empty folder; other commands only use one that is there. */
  founds?: boolean;
  /** Nobody else may be at work on the data folder. */
  alone?: boolean;
  run(invocation: Invocation): Promise<void>;
}
