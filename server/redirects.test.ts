import { expect, it } from "vitest";
import { createRedirects } from "./redirects.ts";

function aList(...paths: string[]) {
  const asked = { lists: 0, ends: 0 };
  const state = { paths, isAway: false };
  const redirects = createRedirects({
    redirectedPaths: async () => {
      asked.lists += 1;
      if (state.isAway) throw new Error("away");
      return new Set(state.paths);
    },
    redirectAt: async (path) => {
      asked.ends += 1;
      return `/end-of${path}`;
    },
  });
  return { redirects, asked, state };
}

it("reads the list once, and an end only for a path from which a redirect leads", async () => {
  const { redirects, asked } = aList("/old");
  for (let n = 0; n < 100; n++) expect(await redirects.at(`/nothing-${n}`)).toBeNull();
  expect(await redirects.at("/old")).toBe("/end-of/old");
  expect(asked).toEqual({ lists: 1, ends: 1 });
});

it("reads it anew once it may have changed", async () => {
  const { redirects, state } = aList();
  expect(await redirects.at("/old")).toBeNull();
  state.paths = ["/old"];
  expect(await redirects.at("/old")).toBeNull();
  redirects.forget();
  expect(await redirects.at("/old")).toBe("/end-of/old");
});

it("tries again after a failure", async () => {
  const { redirects, state } = aList("/old");
  state.isAway = true;
  await expect(redirects.at("/old")).rejects.toThrow("away");
  state.isAway = false;
  expect(await redirects.at("/old")).toBe("/end-of/old");
});
