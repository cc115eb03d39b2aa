import "server-only";
import fs from "node:fs";
import path from "node:path";
import pg from "pg";
import { withFiles } from "#lib/obstacle";
import { namesOfNewsroom } from "./files.ts";

/**
 * The files of a restore: they wait in a folder of DATA_DIR with its id, and the database says in the same transaction as its rows which
 * restore it comes from. Whoever finds such a folder later knows what to do with it: the files belong to the database, or nothing does.
 */
const STAGED = /^\.restore-([0-9a-f-]{36})$/;

export const stagedFolder = (folder: string, id: string) => path.join(folder, `.restore-${id}`);

/** Where the new files wait. */
export const newFiles = (staged: string) => path.join(staged, "new");

/** Within the transaction that loads the rows. */
export const noteRestore = (client: pg.Client, id: string) =>
  client.query(`COMMENT ON SCHEMA public IS ${pg.escapeLiteral(`restored ${id}`)}`);

/**
 * Brings the files of a restore whose database is there into their place, and forgets those of a restore that came to nothing, whenever
 * that one was cut. Answers whether there was one to finish.
 */
export async function finishRestore({
  ownerAddress,
  folder,
}: {
  ownerAddress: string;
  folder: string;
}): Promise<boolean> {
  const ids = withFiles(folder, () => fs.readdirSync(folder)).flatMap((name) => STAGED.exec(name)?.[1] ?? []);
  if (ids.length === 0) return false;
  const restored = await withRestoreLock(ownerAddress, restoreInDatabase);
  for (const id of ids) {
    const staged = stagedFolder(folder, id);
    withFiles(folder, () => {
      if (id === restored) swapFiles(staged, folder);
      fs.rmSync(staged, { recursive: true, force: true });
    });
  }
  return ids.some((id) => id === restored);
}

/** Each step can be cut off and done again. */
function swapFiles(staged: string, folder: string): void {
  const old = path.join(staged, "old");
  const isAside = path.join(staged, "old-are-aside");
  fs.mkdirSync(old, { recursive: true });
  if (!fs.existsSync(isAside)) {
    for (const name of namesOfNewsroom(folder)) fs.renameSync(path.join(folder, name), path.join(old, name));
    fs.writeFileSync(isAside, "", { flush: true });
  }
  const come = newFiles(staged);
  for (const name of fs.readdirSync(come)) fs.renameSync(path.join(come, name), path.join(folder, name));
}

/** One restore at a time; who starts meanwhile waits for its end. */
async function withRestoreLock<T>(ownerAddress: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: ownerAddress, application_name: "chapar restore" });
  await client.connect();
  try {
    await lockRestores(client);
    return await work(client);
  } finally {
    await client.end();
  }
}

/** Until the connection ends. */
export const lockRestores = (client: pg.Client) =>
  client.query("SELECT pg_advisory_lock(hashtext('chapar restore'))::text");

async function restoreInDatabase(client: pg.Client): Promise<string | undefined> {
  const { rows } = await client.query<{ said: string | null }>(
    "SELECT obj_description('public'::regnamespace, 'pg_namespace') AS said",
  );
  return /^restored ([0-9a-f-]{36})$/.exec(rows[0]?.said ?? "")?.[1];
}
