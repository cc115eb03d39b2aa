import { createHash } from "node:crypto";
import fs from "node:fs";
import path from "node:path";
import { build } from "esbuild";

const ENTRY = "components/site/islands/main.ts";

/** Bundles the script that readers get into `folder` and answers its address, which changes with its content. */
export async function buildIslands(root: string, folder: string, { minify }: { minify: boolean }): Promise<string> {
  if (!fs.existsSync(path.join(root, ENTRY))) return "";
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
  const script = outputFiles[0]?.contents ?? new Uint8Array();
  const name = `${createHash("sha256").update(script).digest("hex").slice(0, 16)}.js`;
  fs.mkdirSync(path.join(folder, "islands"), { recursive: true });
  fs.writeFileSync(path.join(folder, "islands", name), script);
  return `/islands/${name}`;
}
