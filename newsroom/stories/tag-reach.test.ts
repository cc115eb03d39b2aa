import { expect, it } from "vitest";
import { touchedBy } from "./reach.ts";

it.each([
  ["tag.renamed", { slug: "new", was: "old" }, ["tag:new", "tagname:new", "tag:old", "tagname:old"]],
  ["tag.merged", { slug: "one", into: "other" }, ["tag:one", "tagname:one", "tag:other", "tagname:other"]],
  ["tag.merge_undone", { slug: "one", into: "other" }, ["tag:one", "tagname:one", "tag:other", "tagname:other"]],
  ["tag.removed", { slug: "gone" }, ["tag:gone", "tagname:gone"]],
])("%s reaches the pages of its tags and the stories that name them", (type, payload, keys) => {
  expect(touchedBy({ type, subject: null, payload })).toEqual({ keys, when: "soon" });
});
