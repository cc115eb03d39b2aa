import { createHash } from "node:crypto";
import fs from "node:fs";
import path from "node:path";
import { ownAddresses } from "./own-addresses.ts";

const ENTRY = "components/site/islands/main.ts";

/** Bundles the script that readers get into `folder` and answers its address, which changes with its content. */
export async function buildIslands(root: string, folder: string): Promise<string> {
  const script = await bundle(root, { minify: true });
  const name = `${createHash("sha256").update(script).digest("hex").slice(0, 16)}.js`;
  fs.mkdirSync(path.join(folder, "islands"), { recursive: true });
  fs.writeFileSync(path.join(folder, "islands", name), script);
  return `${ownAddresses.islands}${name}`;
}

/** The script as its source stands this moment, for development. */
export const freshIslands = (root: string): Promise<Uint8Array> => bundle(root, { minify: false });

async function bundle(root: string, { minify }: { minify: boolean }): Promise<Uint8Array> {
  const { build } = await import("esbuild"); // only those who build need it
  const { outputFiles } = await build({
    absWorkingDir: root,
    entryPoints: [ENTRY],
    bundle: true,
    format: "esm",
    platform: "browser",
    target: ["es2022"],
    minify,
    legalComments: "none",
    write: false,
  });
  return outputFiles[0]?.contents ?? new Uint8Array();
}
