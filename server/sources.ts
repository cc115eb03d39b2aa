import { createHash } from "node:crypto";
import fs from "node:fs";
import path from "node:path";

/** What pages are made of. The program around them runs from its source and needs no build. */
const PARTS = ["app", "components", "lib", "newsroom", "prisma/schema", "server/islands.ts", "public"];
const FILES = ["next.config.mjs", "package-lock.json", "package.json", "tsconfig.json", "tsconfig.next.json"];
const NOT_BUILT = /\.test\.tsx?$|\.snap$|(^|\/)(testing|testing\.ts|fixtures|\.DS_Store)$/;

/** Names the source as it stands: the same bytes give the same name on every machine. */
export function nameOfSources(root: string): string {
  const hash = createHash("sha256");
  for (const file of [...FILES, ...PARTS.flatMap((part) => filesIn(root, part))].sort()) {
    const content = path.join(root, file);
    if (fs.existsSync(content)) hash.update(`${file}\0`).update(fs.readFileSync(content)).update("\0");
  }
  return hash.digest("hex").slice(0, 16);
}

function filesIn(root: string, part: string): string[] {
  const place = path.join(root, part);
  const stat = fs.statSync(place, { throwIfNoEntry: false });
  if (NOT_BUILT.test(part) || !stat) return [];
  if (stat.isFile()) return [part];
  return fs.readdirSync(place).flatMap((name) => filesIn(root, `${part}/${name}`));
}
