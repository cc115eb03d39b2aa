import { z } from "zod";
import { Id } from "../kernel/ids.ts";
import { Slug } from "../kernel/slug.ts";
import { line, lines } from "../kernel/text.ts";

const tagKinds = ["topic", "person", "place", "organisation", "series"] as const;
export const TagKind = z.enum(tagKinds);
export type TagKind = z.infer<typeof TagKind>;

const TagName = line(80).refine((name) => name !== "", "A tag has a name.");

export const CreateTag = z.object({
  id: Id,
  name: TagName,
  kind: TagKind.default("topic"),
  slug: Slug.optional(),
  description: lines(500).optional(),
});

const Version = z.int().min(1);
const Reason = lines(2_000).refine((reason) => reason !== "", "Please give a reason.");
export const SpikeTag = z.object({ tagId: Id, version: Version, reason: Reason });
export const UnspikeTag = z.object({ tagId: Id, version: Version });

/** What a story is about. */
export interface Tag {
  id: string;
  slug: string;
  name: string;
  kind: TagKind;
}
