import fs from "node:fs";
import { expect, it } from "vitest";

/** Those that say what pages there are, and how they are to be treated; they answer nothing. */
const ofPages = ["own-addresses.ts", "site-pages.ts", "security-headers.ts", "next-routes.ts"];

it("no address is answered by the server that does not stand in the table, where the search for leaks finds it", () => {
  const files = [...fs.globSync("server/*.ts"), ...fs.globSync("server/collab/**/*.ts")].filter(
    (file) => !/\.test\.ts$/.test(file) && !ofPages.some((name) => file.endsWith(`/${name}`)),
  );
  expect(files.length).toBeGreaterThan(20);
  const written = files.flatMap((file) =>
    [...fs.readFileSync(file, "utf8").matchAll(/"(\/[a-z_][^"\s]*)"/g)].map(([, address]) => `${file}: ${address}`),
  );
  expect(written).toEqual([]);
});
