// Every function of app/ that somebody outside can have called, found in the folders and not in a list.
import fs from "node:fs";
import path from "node:path";

interface FoundDoor {
  /** "(desk)/desk/people/actions.ts addPerson" */
  name: string;
  kind: "action" | "handler" | "page";
  work: unknown;
}

const root = path.resolve("app");
const startsAsActions = /^\s*["']use server["']/;

/** Server actions, route handlers, and pages except those of the readers' site, which read the readers' door alone. */
export async function foundDoors(): Promise<FoundDoor[]> {
  const files = sourceFiles().filter((file) => kindOf(file) !== null);
  const doors = await Promise.all(files.map(doorsOf));
  return doors.flat();
}

/** Actions that hide in the middle of a file, where nobody would look for a door. */
export const hiddenActions = (): string[] =>
  sourceFiles().filter((file) => {
    const text = read(file);
    return /["']use server["']/.test(text.replace(startsAsActions, ""));
  });

async function doorsOf(file: string): Promise<FoundDoor[]> {
  const kind = kindOf(file);
  if (!kind) return [];
  const exported: Record<string, unknown> = await import(path.join(root, file));
  return Object.entries(exported)
    .filter(([, work]) => typeof work === "function")
    .map(([name, work]) => ({ name: `${file} ${name}`, kind, work }));
}

function kindOf(file: string): FoundDoor["kind"] | null {
  if (startsAsActions.test(read(file))) return "action";
  const name = path.basename(file).replace(/\.tsx?$/, "");
  if (name === "route") return "handler";
  return name === "page" && !file.startsWith("(site)/") ? "page" : null;
}

const read = (file: string) => fs.readFileSync(path.join(root, file), "utf8");

const sourceFiles = (): string[] =>
  fs
    .readdirSync(root, { recursive: true, encoding: "utf8" })
    .filter((file) => /\.tsx?$/.test(file) && !/\.test\.tsx?$/.test(file))
    .sort();
