import { expect, it } from "vitest";
import { touchedBy } from "../publication/reach.ts";

it.each([
  ["tag.renamed", { slug: "new", was: "old" }, ["tag:new", "tagname:new", "tag:old", "tagname:old", "tags"]],
  ["tag.merged", { slug: "one", into: "other" }, ["tag:one", "tagname:one", "tag:other", "tagname:other", "tags"]],
  [
    "tag.merge_undone",
    { slug: "one", into: "other" },
    ["tag:one", "tagname:one", "tag:other", "tagname:other", "tags"],
  ],
  ["tag.spiked", { slug: "gone" }, ["tag:gone", "tagname:gone", "tags"]],
  ["tag.removed", { slug: "gone" }, ["tag:gone", "tagname:gone", "tags"]],
])("%s reaches the pages of its tags and the stories that name them", (type, payload, keys) => {
  expect(touchedBy({ type, subject: null, payload })).toEqual({ once: [], soon: keys });
});
