import "server-only";
import path from "node:path";
import { env } from "#lib/env";
import { folderStore } from "#lib/storage/folder-store";
import type { FileStore } from "#lib/storage/store";

/** Where the files of pictures lie, under the picture's id. */
export const pictureFiles = (): FileStore =>
  folderStore({
    folder: path.join(env().DATA_DIR, "media"),
    unfinished: path.join(env().DATA_DIR, ".media-unfinished"),
  });

const types = { webp: "image/webp", jpg: "image/jpeg" } as const;

/** `960.webp`: the file of a width that readers may get, with its type; null for any other name, the original's too. */
export function renditionIn(name: string): { name: string; type: string } | null {
  const [, extension] = /^[1-9]\d{0,3}\.(webp|jpg)$/.exec(name) ?? [];
  return extension === "webp" || extension === "jpg" ? { name, type: types[extension] } : null;
}
