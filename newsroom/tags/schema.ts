import { z } from "zod";
import { Id } from "../kernel/ids.ts";
import { Slug } from "../kernel/slug.ts";
import { line, lines } from "../kernel/text.ts";
import { Language } from "../settings/schema.ts";

const tagKinds = ["topic", "person", "place", "organisation", "series"] as const;
export const TagKind = z.enum(tagKinds);
export type TagKind = z.infer<typeof TagKind>;

const TagName = line(80).refine((name) => name !== "", "A tag has a name.");
const Description = lines(500).transform((description) => description || null);

export const CreateTag = z.object({
  id: Id,
  name: TagName,
  kind: TagKind.default("topic"),
  slug: Slug.optional(),
  description: lines(500).optional(),
  /** Refused with the tags of near names, if there are any: whoever makes it is to say that they mean another one. */
  askIfNear: z.boolean().default(false),
});

const TagLabel = z.object({ language: Language, name: TagName });

export const ChangeTag = z.object({
  tagId: Id,
  version: z.int(),
  changes: z
    .object({
      name: TagName,
      kind: TagKind,
      slug: Slug,
      description: Description,
      /** All labels, one a language. */
      labels: z
        .array(TagLabel)
        .max(30)
        .refine(
          (labels) => new Set(labels.map(({ language }) => language)).size === labels.length,
          "A tag has one label in a language.",
        ),
      /** All synonyms. */
      synonyms: z.array(TagName).max(50),
    })
    .partial()
    .refine((changes) => Object.keys(changes).length > 0, "Nothing was changed."),
});
export type TagChanges = z.input<typeof ChangeTag>["changes"];

export const KeepTagsApart = z.object({ tagId: Id, otherId: Id });
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

/** A tag that was found by typing. */
export interface FoundTag extends Tag {
  /** The label, synonym or merged name by which it was found; null where its own name did. */
  also: string | null;
  /** Its name is only like what was typed. */
  isNear: boolean;
}

const undoMilliseconds = 30 * 86_400_000;

/** Until when a merge of this instant can be undone. */
export const undoUntilOf = (mergedAt: Date): Date => new Date(mergedAt.getTime() + undoMilliseconds);

/** Merges of before cannot be undone any more. */
export const undoableSince = (now: Date): Date => new Date(now.getTime() - undoMilliseconds);

export interface TagLabel {
  language: string;
  name: string;
}

/** A tag as the desk's list shows it. */
export interface TagRow extends Tag {
  labels: TagLabel[];
  synonyms: string[];
  description: string | null;
  /** Stories at the desk that have it. */
  stories: number;
  /** Stories under it that readers can see. */
  live: number;
  /** When the newest story that has it was begun. */
  lastUsedAt: Date | null;
  version: number;
}

export const tagShows = ["all", "unused", "near"] as const;

/** What the desk's list of tags is asked for. */
export interface TagFilter {
  search: string;
  kind?: TagKind | undefined;
  show: (typeof tagShows)[number];
  /** From 1. */
  page: number;
}

/** One page of a list; `total` counts all pages together. */
export interface Paged<Row> {
  rows: Row[];
  total: number;
  pages: number;
}

/** Two tags with names that are close. */
export interface NearTags {
  one: TagRow;
  other: TagRow;
}

/** A tag with all that can be changed about it. */
export interface DeskTag extends TagRow {
  createdAt: Date;
  /** What was merged into it, the newest merge first. */
  merged: MergedTag[];
}

export interface MergedTag {
  id: string;
  name: string;
  slug: string;
  /** Null once it cannot be undone any more. */
  merge: { id: string; at: Date; by: string | null; stories: number; undoUntil: Date } | null;
}
