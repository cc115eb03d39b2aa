import { Doc } from "yjs";
import { z } from "zod";
import { Id } from "../kernel/ids.ts";
import { Slug } from "../kernel/slug.ts";
import { line, lines } from "../kernel/text.ts";
import { Language, Zone } from "../settings/schema.ts";
import { stages } from "../workflow/stages.ts";
import { lineLimits } from "./story-text.ts";

const bylineParts = ["words", "pictures", "translation"] as const;
export type BylinePart = (typeof bylineParts)[number];

const Version = z.int().min(1);
const Seq = z.int().min(0);
const Instant = z.iso.datetime({ offset: true }).transform((text) => new Date(text));
const Reason = lines(2_000).refine((reason) => reason !== "", "Please give a reason.");

const Text = z.object({
  kicker: line(lineLimits.kicker).optional(),
  headline: line(lineLimits.headline).optional(),
  standfirst: line(lineLimits.standfirst).optional(),
  teaser: line(lineLimits.teaser).optional(),
  /** Checked against the body's schema, which zod cannot say. */
  body: z.unknown().optional(),
});

const Byline = z
  .array(z.object({ profileId: Id, part: z.enum(bylineParts).default("words") }))
  .max(20)
  .refine(
    (entries) => new Set(entries.map(({ profileId, part }) => `${profileId} ${part}`)).size === entries.length,
    "Somebody stands in the byline twice.",
  );

const TagIds = z
  .array(Id)
  .max(40)
  .refine((ids) => new Set(ids).size === ids.length, "A tag stands here twice.");

/** Everything about a story that is not text. */
const Columns = z.object({
  sectionId: Id.nullable(),
  tagIds: TagIds,
  byline: Byline,
  dateline: line(120).nullable(),
  slug: Slug,
  slugline: line(120).nullable(),
  language: Language,
  confidential: z.boolean(),
});
const Changes = Columns.partial().refine((changes) => Object.keys(changes).length > 0, "Nothing was changed.");

export const CreateStory = z.object({
  id: Id,
  language: Language.optional(),
  translationGroupId: Id.optional(),
  columns: Columns.partial().optional(),
  text: Text.optional(),
});
export const WriteStory = z.object({ storyId: Id, writeId: Id, baseSeq: Seq, update: z.base64().max(8 * 1024 * 1024) });
export const SettleText = z.object({ storyId: Id, seq: Seq, doc: z.instanceof(Doc), writers: z.array(Id).default([]) });
export const QuarantineText = z.object({ storyId: Id });
export const ChangeStory = z.object({ storyId: Id, version: Version, changes: Changes });
export const SubmitStory = z.object({ storyId: Id, version: Version });
export const MoveStory = z.object({ storyId: Id, version: Version, stage: z.enum(stages) });
export const PublishStory = z.object({ storyId: Id, version: Version, seq: Seq });
export const UnpublishStory = z.object({ storyId: Id, version: Version, reason: lines(2_000).optional() });
export const KillStory = z.object({ storyId: Id, version: Version, reason: Reason, legal: z.boolean().default(false) });
export const SpikeStory = z.object({ storyId: Id, version: Version, reason: Reason });
export const UnspikeStory = z.object({ storyId: Id, version: Version });
export const PlanPublication = z.object({ storyId: Id, version: Version, seq: Seq, at: Instant, zone: Zone });
export const CancelPlan = z.object({ planId: Id });
export const SetEmbargo = z.object({ storyId: Id, version: Version, until: Instant.nullable() });
export const NameRevision = z.object({
  storyId: Id,
  version: Version,
  seq: Seq,
  name: line(80).refine((name) => name !== "", "Please give it a name."),
});
export const RecordRestore = z.object({ storyId: Id, seq: Seq, revisionId: Id, revisionAt: Instant });

/** The columns that a revision keeps as they stood. */
export const RevisionColumns = z.object({
  slug: z.string(),
  language: z.string(),
  translationGroupId: z.string(),
  sectionId: z.string().nullable(),
  dateline: z.string().nullable(),
  tagIds: z.array(z.string()),
  byline: z.array(z.object({ profileId: z.string(), part: z.enum(bylineParts) })),
});
export type RevisionColumns = z.infer<typeof RevisionColumns>;

/** The page number behind `?page=`: 1 when absent, null (a 404) for anything but a whole number from 1 up. */
export function pageNumber(parameter: string | string[] | undefined): number | null {
  if (parameter === undefined) return 1;
  if (typeof parameter !== "string" || !/^[1-9][0-9]{0,5}$/.test(parameter)) return null;
  return Number(parameter);
}
