import os from "node:os";
import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";
import { BaseSequencer, type TestSpecification } from "vitest/node";

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));
const elsewhere = ["**/node_modules/**", ".builds/**", "var/**", "e2e/**"];

/** What takes longer than its size says begins first: at the end it would run alone. */
const longest = ["/every-door.db.test.ts", "/away.faults.test.ts"];

class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const isLongest = ({ moduleId }: TestSpecification) => longest.some((file) => moduleId.endsWith(file));
    return (await super.sort(files)).sort((one, other) => Number(isLongest(other)) - Number(isLongest(one)));
  }
}

export default defineConfig({
  resolve: { alias: { "server-only": here("./testing/empty.ts") } },
  test: {
    sequence: { sequencer: LongestFirst },
    // By itself it leaves a core idle, which is half of a small machine.
    maxWorkers: Math.max(2, os.availableParallelism() - 1),
    projects: [
      {
        extends: true,
        test: {
          name: "unit",
          // Pure rules: nothing of one file is left for the next, and modules are loaded once.
          isolate: false,
          include: ["**/*.test.{ts,tsx}"],
          exclude: [...elsewhere, "**/*.db.test.ts", "**/*.faults.test.ts"],
        },
      },
      {
        extends: true,
        test: {
          name: "db",
          // A database of its own is what keeps a file apart from the others.
          isolate: false,
          include: ["**/*.db.test.ts"],
          exclude: elsewhere,
          pool: "forks",
          globalSetup: ["./testing/cluster.ts"],
          setupFiles: ["./testing/next-runtime.ts", "./testing/own-database.ts"],
          testTimeout: 20_000,
          hookTimeout: 60_000,
        },
      },
      {
        // Kills, full disks, second programs: real processes, which wait half of their time.
        extends: true,
        test: {
          name: "faults",
          include: ["**/*.faults.test.ts"],
          exclude: elsewhere,
          pool: "forks",
          // After the others, which leave them no core.
          sequence: { groupOrder: 1 },
          maxWorkers: 3,
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
    ],
  },
});
