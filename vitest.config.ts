import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));
const everywhere = ["**/node_modules/**", ".builds/**", "var/**", "e2e/**"];

export default defineConfig({
  resolve: { alias: { "server-only": here("./testing/empty.ts") } },
  test: {
    projects: [
      {
        extends: true,
        test: {
          name: "unit",
          include: ["**/*.test.{ts,tsx}"],
          exclude: [...everywhere, "**/*.db.test.ts", "**/*.faults.test.ts"],
        },
      },
    ],
  },
});
