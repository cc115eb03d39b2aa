import fs from "node:fs";
import path from "node:path";

/** What the program itself keeps in its data folder: the database, secrets, locks, logs, mail that went nowhere, and backups made there. */
const OF_THE_PROGRAM =
  /^(postgres|postgres\..*|secrets\.json.*|program\.lock.*|seeding|mail|backups|lost\+found|.*\.(log|tar|unfinished))$/;

/** Everything else in the data folder belongs to the newsroom: paths relative to it, folders before what is in them. */
export const filesOfNewsroom = (folder: string): string[] =>
  namesOfNewsroom(folder).flatMap((name) => filesBelow(folder, name));

/** Folders and files at its top, empty ones too. */
export function namesOfNewsroom(folder: string): string[] {
  if (!fs.existsSync(folder)) return [];
  return fs.readdirSync(folder).filter((name) => !OF_THE_PROGRAM.test(name) && !name.startsWith("."));
}

function filesBelow(folder: string, relative: string): string[] {
  const stat = fs.lstatSync(path.join(folder, relative));
  if (stat.isFile()) return [relative];
  if (!stat.isDirectory()) return []; // links and sockets are nobody's words
  return fs.readdirSync(path.join(folder, relative)).flatMap((name) => filesBelow(folder, `${relative}/${name}`));
}

/** Whether a path from a backup stays within the folder it is restored to. */
export const isWithin = (relative: string) =>
  relative !== "" &&
  !path.posix.isAbsolute(relative) &&
  !relative.split("/").includes("..") &&
  !relative.includes("\0");
