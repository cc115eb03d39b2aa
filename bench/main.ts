// `npm run bench`: the numbers that the newsroom is held to, in one run, with ratios. Prints; exits 1 if one is missed.
import { fork } from "node:child_process";
import { once } from "node:events";
import { openBuild } from "#server/build";
import { report, type Target } from "./measures.ts";
import type { SizeReport } from "./one-size.ts";

const build = await openBuild(process.cwd(), { say: console.log });
const small = await measured(1_000);
const large = await measured(50_000);
build.release();
process.exit(report([...small.targets, ...large.targets, ...comparedRenders()]) ? 0 : 1);

async function measured(size: number): Promise<SizeReport> {
  const child = fork("bench/one-size.ts", [String(size)], { execArgv: ["--import", "./scripts/hooks.mjs"] });
  const ended = once(child, "exit");
  let result: SizeReport | undefined;
  child.once("message", (message: SizeReport) => {
    result = message;
  });
  await ended;
  if (!result) throw new Error(`The bench with ${size} stories ended without a result.`);
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
