import { expect, it } from "vitest";
import { ideaWords } from "./idea-words.ts";

it("says where an idea waits, also in a newsroom without a stage for ideas", () => {
  expect(ideaWords({ name: "Ideas", meaning: "idea" })).toMatch(/Whoever takes it up/);
  const words = ideaWords({ name: "Draft", meaning: "writing" });
  expect(words).toMatch(/no stage for ideas: it stands in “Draft”, yours to write/);
  expect(words).not.toMatch(/takes it up/);
});
