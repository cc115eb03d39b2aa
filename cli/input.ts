import path from "node:path";
import { createInterface } from "node:readline/promises";
import { Writable } from "node:stream";
import { Obstacle } from "#lib/obstacle";
import type { Invocation } from "./command.ts";

/** A value that must be given. */
export function required(values: Invocation["values"], name: string): string {
  const value = values[name];
  if (typeof value === "string" && value !== "") return value;
  throw new Obstacle(`--${name} is missing.`);
}

/** A path as whoever called meant it: npm starts us in the project's folder, wherever it was called. */
export function pathFrom(given: string): string {
  return path.resolve(process.env.INIT_CWD ?? process.cwd(), given);
}

/** The first line of standard input; at a terminal it is asked for and not shown. */
export async function readPassword(): Promise<string> {
  const isTerminal = process.stdin.isTTY === true;
  const unseen = new Writable({ write: (_chunk, _encoding, done) => done() });
  const lines = createInterface({ input: process.stdin, output: unseen, terminal: isTerminal });
  if (isTerminal) process.stderr.write("Password: ");
  try {
    for await (const line of lines) {
      if (line !== "") return line;
      break;
    }
  } finally {
    lines.close();
    if (isTerminal) process.stderr.write("\n");
  }
  throw new Obstacle("The password is missing: give it on standard input, for example with  … < password.txt");
}
