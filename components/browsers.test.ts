import fs from "node:fs";
import path from "node:path";
import { build } from "esbuild";
import { expect, it } from "vitest";

const root = path.resolve(import.meta.dirname, "..");

/** What browsers older than docs/operations.md names do not know: nothing transpiles it away. */
const tooNew = [
  /\b(Map|Object)\.groupBy\(/, // Safari 17.4
  /\bPromise\.(withResolvers|try)\(/, // Safari 17.4
  /\bURL\.(parse|canParse)\(/, // Safari 18, Chrome 126
  /\bAbortSignal\.any\(/, // Safari 17.4
  /\bArray\.fromAsync\(/, // Chrome 121
  /\bIterator\.from\(|\.(values|keys|entries)\(\)\s*\.(map|filter|find|some|every|reduce|toArray|take|drop|flatMap)\(/, // Safari 18.4
  /\.(union|isSubsetOf|isSupersetOf|isDisjointFrom|symmetricDifference)\(new Set/, // Chrome 122
  /\brequestIdleCallback\(|\bscheduler\.(yield|postTask)\(/, // not in Safari
  /\.(showPopover|hidePopover|togglePopover|checkVisibility)\(/, // Safari 17
  /\bIntl\.(Segmenter|DurationFormat)\b/, // Firefox 125
  /\bRegExp\.escape\(|\bError\.isError\(|\.(toBase64|toHex)\(\)/, // 2025
  /\/[dgimsuy]*v[dgimsuy]*\.(test|exec)\(/, // the v flag: Safari 17
];

/** Our own files that a browser gets: what the desk's client components and the readers' script lead to. */
async function filesForBrowsers(): Promise<string[]> {
  const all = fs.readdirSync(path.join(root, "components"), { recursive: true, encoding: "utf8" });
  const { metafile } = await build({
    absWorkingDir: root,
    entryPoints: all
      .filter((file) => file.endsWith(".client.tsx") || file === path.join("site", "islands", "main.ts"))
      .map((file) => path.join("components", file)),
    outdir: "nowhere",
    bundle: true,
    write: false,
    metafile: true,
    packages: "external",
    format: "esm",
    loader: { ".css": "empty" },
    logLevel: "error",
  });
  return Object.keys(metafile.inputs);
}

it("what runs in a browser keeps to what the oldest supported ones know", async () => {
  const files = await filesForBrowsers();
  const found = files.flatMap((file) => {
    const text = fs.readFileSync(path.join(root, file), "utf8");
    return tooNew.filter((name) => name.test(text)).map((name) => `${file}: ${name.source}`);
  });
  expect(files).toContain("newsroom/body/paste/tracking.ts");
  expect(found).toEqual([]);
});
