import { Doc } from "yjs";
import { z } from "zod";
import { schemaNumber } from "../body/schema-number.ts";
import { Id } from "../kernel/ids.ts";
import { Instant } from "../kernel/instant.ts";
import { Slug } from "../kernel/slug.ts";
import { line, lines } from "../kernel/text.ts";
import { LeadImage, PictureWords } from "../media/schema.ts";
import { Language, Zone } from "../settings/schema.ts";
import { priorities } from "../workflow/directions.ts";
import { lineLimits } from "./document/story-text.ts";

const bylineParts = ["words", "pictures", "translation"] as const;
export type BylinePart = (typeof bylineParts)[number];

const correctionKinds = ["typo", "clarification", "correction"] as const;
export type CorrectionKind = (typeof correctionKinds)[number];
const notePlaces = ["top", "bottom"] as const;
export type NotePlace = (typeof notePlaces)[number];

const Version = z.int().min(1);
const Seq = z.int().min(0);
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

const tagsAtMost = 40;

const TagIds = z
  .array(Id)
  .max(tagsAtMost)
  .refine((ids) => new Set(ids).size === ids.length, "A tag stands here twice.");

/** With its words as this story tells them: taken over from the library, and the story's own from then on. */
const ChosenLeadImage = PictureWords.extend({ pictureId: Id }).nullable();

/** Everything about a story that is not text. */
const Columns = z.object({
  sectionId: Id.nullable(),
  tagIds: TagIds,
  byline: Byline,
  leadImage: ChosenLeadImage,
  dateline: line(120).nullable(),
  slug: Slug,
  slugline: line(120).nullable(),
  brief: lines(4_000).nullable(),
  language: Language,
  confidential: z.boolean(),
});
/** Who may know of a story is said by a verb of its own. */
const Changes = Columns.omit({ confidential: true })
  .partial()
  .refine((changes) => Object.keys(changes).length > 0, "Nothing was changed.");

export const CreateStory = z.object({
  id: Id,
  language: Language.optional(),
  translationGroupId: Id.optional(),
  columns: Columns.partial().optional(),
  text: Text.optional(),
});
export const WriteStory = z.object({
  storyId: Id,
  writeId: Id,
  baseSeq: Seq,
  /** Which nodes and marks the program knows that writes; the first of them if it does not say. More than this newsroom knows shuts out its editors. */
  schema: z.int().min(1).max(schemaNumber).default(1),
  update: z.base64().max(8 * 1024 * 1024),
});
export const SettleText = z.object({ storyId: Id, seq: Seq, doc: z.instanceof(Doc), writers: z.array(Id).default([]) });
export const MendText = z.object({ storyId: Id });
export const QuarantineText = z.object({ storyId: Id });
export const ChangeStory = z.object({ storyId: Id, version: Version, changes: Changes });
export const SubmitStory = z.object({ storyId: Id, version: Version, seq: Seq });
export const PublishStory = z.object({
  storyId: Id,
  version: Version,
  seq: Seq,
  /** Of an update: whether readers are shown what changed. The newsroom's setting where nobody says. */
  isPublic: z.boolean().optional(),
});
export const RepublishStory = z.object({ storyId: Id, version: Version, revisionId: Id });
const Correction = z.object({
  storyId: Id,
  version: Version,
  seq: Seq,
  kind: z.enum(correctionKinds),
  note: lines(2_000),
  place: z.enum(notePlaces),
  isPublic: z.boolean(),
});
const saysWhatWasWrong = ({ kind, note }: Pick<z.infer<typeof Correction>, "kind" | "note">): boolean =>
  kind === "typo" || note !== "";
const noteIsMissing = { path: ["note"], message: "Please tell readers what was wrong." };

export const CorrectStory = Correction.refine(saysWhatWasWrong, noteIsMissing);
export const ChangeTold = z.object({
  storyId: Id,
  version: Version,
  /** Which entry of the log. */
  revisionId: Id,
  /** Empty: none, or withdrawn. */
  note: lines(2_000),
  place: z.enum(notePlaces),
  isPublic: z.boolean(),
});
export const RetractStory = z.object({
  storyId: Id,
  version: Version,
  notice: lines(2_000).refine((notice) => notice !== "", "Please tell readers that the story does not stand, and why."),
});
export const ReaddressStory = z.object({ storyId: Id, version: Version, slug: Slug });
/** What goes with a move, if anybody has something to say. */
const Note = lines(2_000).optional();

export const MoveStory = z.object({ storyId: Id, version: Version, stage: z.string().max(40), note: Note });
export const TakeBackMove = z.object({
  storyId: Id,
  version: Version,
  stage: z.string().max(40),
  legal: z.object({
    status: z.enum(["notNeeded", "required", "cleared"]),
    byId: Id.nullable(),
    at: Instant.nullable(),
  }),
  returnNoteId: Id.nullable(),
});
export const ReturnStory = z.object({
  storyId: Id,
  version: Version,
  stage: z.string().max(40).optional(),
  reason: Reason,
});
export const DirectStory = z.object({
  storyId: Id,
  version: Version,
  changes: z
    .object({
      assigneeId: Id.nullable(),
      priority: z.enum(priorities),
      dueAt: Instant.nullable(),
      deskId: Id.nullable(),
    })
    .partial()
    .refine((changes) => Object.keys(changes).length > 0, "Nothing was changed."),
});
export const ReferStory = z.object({ storyId: Id, version: Version, note: Note });
export const ClearStory = z.object({
  storyId: Id,
  version: Version,
  as: z.enum(["cleared", "notNeeded"]),
  note: Note,
});
export const HoldStory = z.object({ storyId: Id, version: Version, reason: Reason });
export const ReleaseStory = z.object({ storyId: Id, version: Version, note: Note });
export const ConfideStory = z.object({
  storyId: Id,
  version: Version,
  confidential: z.boolean(),
  circle: z
    .array(Id)
    .max(50)
    .refine((ids) => new Set(ids).size === ids.length, "Somebody stands in the circle twice.")
    .default([]),
});
export const UnpublishStory = z.object({ storyId: Id, version: Version, reason: lines(2_000).optional() });
export const KillStory = z.object({ storyId: Id, version: Version, reason: Reason, legal: z.boolean().default(false) });
export const SpikeStory = z.object({ storyId: Id, version: Version, reason: Reason });
export const UnspikeStory = z.object({ storyId: Id, version: Version });
export const PlanPublication = PublishStory.extend({ at: Instant, zone: Zone });
export const PlanCorrection = Correction.extend({ at: Instant, zone: Zone }).refine(saysWhatWasWrong, noteIsMissing);
export const PlanWithdrawal = z.object({ storyId: Id, version: Version, at: Instant, zone: Zone });
export const CancelPlan = z.object({ planId: Id });
export const SetEmbargo = z.object({ storyId: Id, version: Version, until: Instant.nullable() });
export const NameRevision = z.object({
  storyId: Id,
  version: Version,
  seq: Seq,
  name: line(80).refine((name) => name !== "", "Please give it a name."),
});
export const RecordRestore = z.object({ storyId: Id, seq: Seq, revisionId: Id, revisionAt: Instant });

export const MergeTags = z
  .object({ tagId: Id, version: z.int(), intoId: Id })
  .refine(({ tagId, intoId }) => tagId !== intoId, {
    path: ["intoId"],
    message: "A tag cannot be merged into itself.",
  });
export const UndoTagMerge = z.object({ mergeId: Id });

/** What a merge would mean. */
export interface MergePreview {
  /** That have the tag which goes. */
  stories: number;
  /** Of these, those that readers can see. */
  live: number;
  /** Of these, those that have the other one already. */
  both: number;
}

/** The columns that a revision keeps as they stood. */
export const RevisionColumns = z.object({
  slug: z.string(),
  language: z.string(),
  translationGroupId: z.string(),
  sectionId: z.string().nullable(),
  dateline: z.string().nullable(),
  tagIds: z.array(z.string()),
  byline: z.array(z.object({ profileId: z.string(), part: z.enum(bylineParts) })),
  /** Revisions that are older than lead images have none. */
  leadImage: LeadImage.nullable().default(null),
});
export type RevisionColumns = z.infer<typeof RevisionColumns>;

/** The page number behind `?page=`: 1 when absent, null (a 404) for anything but a whole number from 1 up. */
export function pageNumber(parameter: string | string[] | undefined): number | null {
  if (parameter === undefined) return 1;
  if (typeof parameter !== "string" || !/^[1-9][0-9]{0,5}$/.test(parameter)) return null;
  return Number(parameter);
}
