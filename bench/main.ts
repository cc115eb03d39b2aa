// `npm run bench`: the numbers that the newsroom is held to, with ratios; `npm run bench -- together due` some of them. Prints; exits 1 if one
// is missed. All of it takes about a quarter of an hour.
import { fork } from "node:child_process";
import { once } from "node:events";
import { openBuild } from "#server/build";
import { report, type Target } from "./measures.ts";
import type { SizeReport } from "./one-size.ts";

const benches: Record<string, () => Promise<Target[]>> = {
  sizes: twoSizes,
  together: () => reported("bench/together.ts"),
  due: () => reported("bench/due.ts"),
  "busy-desk": () => reported("bench/busy-desk.ts"),
  "long-story": () => reported("bench/long-story.ts"),
  "page-cache": () => reported("bench/page-cache.ts"),
};

const wished = process.argv.slice(2);
const unknown = wished.filter((name) => !Object.hasOwn(benches, name));
if (unknown.length > 0) {
  console.error(`There is no bench "${unknown.join('", "')}": there are ${Object.keys(benches).join(", ")}.`);
  process.exit(1);
}
const build = await openBuild(process.cwd(), { say: console.log });
const targets: Target[] = [];
for (const [name, bench] of Object.entries(benches)) {
  if (wished.length > 0 && !wished.includes(name)) continue;
  const since = performance.now();
  targets.push(...(await bench()));
  console.log(`${name}: measured in ${Math.round((performance.now() - since) / 1000)} s`);
}
build.release();
process.exit(report(targets) ? 0 : 1);

async function twoSizes(): Promise<Target[]> {
  const small = await measured(1_000);
  const large = await measured(50_000);
  return [...small.targets, ...large.targets, ...comparedRenders(small, large)];
}

function measured(size: number): Promise<SizeReport> {
  return reported("bench/one-size.ts", String(size));
}

/** What a bench that runs in a process of its own found. */
async function reported<Report>(file: string, ...args: string[]): Promise<Report> {
  const child = fork(file, args, { execArgv: ["--import", "./scripts/hooks.mjs"] });
  const ended = once(child, "exit");
  let result: Report | undefined;
  child.once("message", (message: Report) => {
    result = message;
  });
  await ended;
  if (!result) throw new Error(`${file} ${args.join(" ")} ended without a result.`);
  return result;
}

function comparedRenders(small: SizeReport, large: SizeReport): Target[] {
  const before = new Map(small.renders);
  return large.renders.flatMap(([page, value]): Target[] => {
    const first = before.get(page) ?? Number.NaN;
    return [
      { name: `first render of ${page}, 1,000 stories`, value: first, unit: "ms" },
      { name: `first render of ${page}, 50,000 stories`, value, unit: "ms", limit: { most: 60 } },
      { name: `first render of ${page}, 50,000 against 1,000`, value: value / first, unit: "×", limit: { most: 1.5 } },
    ];
  });
}
