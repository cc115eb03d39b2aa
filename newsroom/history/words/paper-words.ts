import { places } from "../../fronts/places.ts";
import type { EventPayload } from "../../kernel/events.ts";
import { inFields, list, type Names, removed, spiked, text, unspiked, type Value, type WordsOf } from "./words.ts";

/** What readers find stories by. */
export const paperWords: WordsOf<"front" | "slot" | "section" | "tag" | "profile" | "picture" | "redirect"> = {
  "front.arranged": { did: "arranged the front" },
  "slot.filled": {
    did: (it) => `put ${it} on the front`,
    tells: ({ position }, _, it) => `put ${it} on the front as ${placeAt(position)}`,
  },
  "slot.emptied": {
    did: (it) => `took ${it} off the front`,
    tells: ({ position }, _, it) => `took ${it} off the front, where it was ${placeAt(position)}`,
  },
  "section.created": { did: "made the section" },
  "section.renamed": { did: "renamed the section" },
  "section.removed": {
    did: removed("the section"),
    tells: ({ slug }) => (slug ? `removed the section ${text(slug)} for good` : ""),
  },
  "section.spiked": { did: spiked("the section") },
  "section.unspiked": { did: unspiked("the section") },
  "tag.created": { did: "made the tag" },
  "tag.renamed": {
    did: "changed the tag",
    tells: (payload) => `${list(payload.fields).includes("name") ? "renamed" : "changed"} the tag${inFields(payload)}`,
  },
  "tag.merged": {
    did: "merged a tag into another",
    tells: ({ into, intoId }, names) => (intoId ? `merged the tag into ${tag(intoId, into, names)}` : ""),
  },
  "tag.merge_undone": {
    did: "undid a merge of tags",
    tells: ({ into, intoId }, names) => (intoId ? `took the tag out of ${tag(intoId, into, names)} again` : ""),
  },
  "tag.kept_apart": {
    did: "said that two tags are different things",
    tells: ({ otherId }, names) =>
      otherId ? `said that the tag is another thing than ${tag(otherId, null, names)}` : "",
  },
  "tag.removed": {
    did: removed("the tag"),
    tells: ({ slug }) => (slug ? `removed the tag ${text(slug)} for good` : ""),
  },
  "tag.spiked": { did: spiked("the tag") },
  "tag.unspiked": { did: unspiked("the tag") },
  "profile.created": { did: "made the profile" },
  "profile.changed": { did: "changed the profile", tells: (payload) => `changed the profile${inFields(payload)}` },
  "profile.removed": {
    did: "removed the profile",
    tells: ({ slug }) => (slug ? `removed the profile ${text(slug)}` : ""),
  },
  "picture.added": { did: "added a picture" },
  "picture.described": {
    did: "described a picture",
    tells: (payload) => `described a picture${inFields(payload)}`,
  },
  "picture.removed": { did: "removed a picture" },
  "picture.restored": { did: "took a picture back into the library" },
  "picture.discarded": { did: "removed a picture for good" },
  "redirect.added": {
    did: "added a redirect",
    tells: (payload, names) => `added a redirect${redirected(payload, names)}`,
  },
  "redirect.removed": {
    did: "removed a redirect",
    tells: (payload, names) => `removed a redirect${redirected(payload, names)}`,
  },
};

const placeAt = (position: Value): string => places[Number(position)]?.name.toLowerCase() ?? "one of its stories";

function tag(id: Value, slug: Value, { tags }: Names): string {
  const name = tags.get(text(id)) ?? text(slug);
  return name ? `“${name}”` : "one that is gone";
}

function redirected({ from, to, toStoryId }: EventPayload, { stories }: Names): string {
  const story = stories.get(text(toStoryId));
  return from ? ` from ${text(from)} to ${text(to) || (story ? `“${story}”` : "a story")}` : "";
}
