// `npm run bench`: the numbers that the newsroom is held to, in one run, with ratios. Prints; exits 1 if one is missed.
import { fork } from "node:child_process";
import { once } from "node:events";
import { openBuild } from "#server/build";
import { report, type Target } from "./measures.ts";
import type { SizeReport } from "./one-size.ts";

const build = await openBuild(process.cwd(), { say: console.log });
const small = await measured(1_000);
const large = await measured(50_000);
const together = await reported<Target[]>("bench/together.ts");
const due = await reported<Target[]>("bench/due.ts");
const busy = await reported<Target[]>("bench/busy-desk.ts");
build.release();
process.exit(report([...small.targets, ...large.targets, ...comparedRenders(), ...together, ...due, ...busy]) ? 0 : 1);

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

function comparedRenders(): Target[] {
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
