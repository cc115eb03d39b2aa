import "server-only";
import { randomUUID } from "node:crypto";
import fs from "node:fs/promises";
import path from "node:path";
import { withFilesSoon } from "#lib/obstacle";
import type { FileStore, StoredFile } from "./store.ts";

const plainName = /^[a-z0-9][a-z0-9.-]*$/;

/** A folder for each id below `folder`. What is being written lies beside it in `unfinished`, on the same disk, until it is complete. */
export function folderStore({ folder, unfinished }: { folder: string; unfinished: string }): FileStore {
  const placeOf = (id: string) => path.join(folder, plain(id));
  return {
    put: (id, files) =>
      withFilesSoon(folder, async () => {
        const draft = path.join(unfinished, randomUUID());
        try {
          await fs.mkdir(draft, { recursive: true, mode: 0o700 });
          for (const file of files) await write(draft, file);
          await flush(draft);
          await fs.mkdir(folder, { recursive: true, mode: 0o700 });
          await fs.rename(draft, placeOf(id));
          await flush(folder);
        } finally {
          await fs.rm(draft, { recursive: true, force: true });
        }
      }),
    async read(id, name) {
      return fs.readFile(path.join(placeOf(id), plain(name))).catch(nothingIfMissing);
    },
    remove: (id) => fs.rm(placeOf(id), { recursive: true, force: true }),
    async putBefore(before, after, most) {
      const ids = ((await fs.readdir(folder).catch(nothingIfMissing)) ?? []).filter((id) => id > after).sort();
      const old: string[] = [];
      for (const id of ids) {
        if (old.length === most) break;
        if (plainName.test(id) && (await isOlder(path.join(folder, id), before))) old.push(id);
      }
      return old;
    },
    async clear(before) {
      for (const name of (await fs.readdir(unfinished).catch(nothingIfMissing)) ?? []) {
        const draft = path.join(unfinished, name);
        if (await isOlder(draft, before)) await fs.rm(draft, { recursive: true, force: true });
      }
    },
  };
}

async function write(draft: string, { name, content }: StoredFile): Promise<void> {
  await fs.writeFile(path.join(draft, plain(name)), content, { flag: "wx", mode: 0o600, flush: true });
}

/** What a folder names is on the disk only once the folder is. */
async function flush(folder: string): Promise<void> {
  const handle = await fs.open(folder);
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

async function isOlder(file: string, before: Date): Promise<boolean> {
  const stat = await fs.stat(file).catch(nothingIfMissing);
  return stat !== null && stat.mtime < before;
}

/** A name never leads out of its folder. */
function plain(name: string): string {
  if (!plainName.test(name)) throw new Error("This is no name of a stored file.");
  return name;
}

function nothingIfMissing(error: unknown): null {
  if (error instanceof Error && "code" in error && (error.code === "ENOENT" || error.code === "ENOTDIR")) return null;
  throw error;
}
