import type { Answer } from "#newsroom/kernel/answer";
import type { Thread } from "#newsroom/stories/comments";
import type { StoryState } from "#newsroom/stories/revision-queries";
import type { BylinePart } from "#newsroom/stories/schema";
import type { TagKind } from "#newsroom/tags/schema";
import type { Publication } from "#newsroom/workflow/publication";
import type { Stage } from "#newsroom/workflow/stages";
import type { CommentActions } from "./comments/comment-actions.ts";
import type { LoadedDocument } from "./document-transport.ts";

export interface StoryTag {
  id: string;
  name: string;
  kind: TagKind;
}

export interface BylineEntry {
  profileId: string;
  name: string;
  part: BylinePart;
}

/** What may be done with the story; the newsroom asks the same again. */
interface EditorAbilities {
  write: boolean;
  comment: boolean;
  submit: boolean;
  move: boolean;
  publish: boolean;
  plan: boolean;
  unpublish: boolean;
  kill: boolean;
  spike: boolean;
}

/** The story beside its text, as the newsroom knows it. */
export interface EditedStory {
  id: string;
  version: number;
  headline: string;
  wordCount: number;
  slug: string;
  slugChosen: boolean;
  slugline: string | null;
  language: string;
  stage: string;
  sectionId: string | null;
  dateline: string | null;
  tags: StoryTag[];
  byline: BylineEntry[];
  confidential: boolean;
  publication: Publication;
  hasUnpublishedChanges: boolean;
  plan: {
    id: string;
    at: Date;
    verb: "publish" | "update" | "correct" | "withdraw";
    zone: string;
    failure: string | null;
  } | null;
  embargoUntil: Date | null;
  heldBecause: string | null;
  firstPublishedAt: Date | null;
  changedAt: Date;
  can: EditorAbilities;
}

/** Everything about a story that is not text; what is left out stays. */
export interface ColumnChanges {
  sectionId?: string | null;
  tagIds?: string[];
  byline?: { profileId: string; part: BylinePart }[];
  dateline?: string | null;
  slug?: string;
  slugline?: string | null;
  language?: string;
  confidential?: boolean;
}

export interface StoryEditorData {
  story: EditedStory;
  document: LoadedDocument;
  me: { id: string; name: string };
  newsroom: { zone: string; language: string; languages: string[] };
  sections: { id: string; name: string }[];
  profiles: { id: string; name: string }[];
  /** What was said about it. */
  threads: Thread[];
  /** The thread that the address leads to. */
  threadId: string | null;
  /** Everybody who has or had an account, for the names of those who suggest. */
  colleagues: { id: string; name: string }[];
  /** A state that the address asks to restore; `gone` if it is not kept any more. */
  restore: StoryState | "gone" | null;
  now: Date;
}

type At<More = object> = { storyId: string; version: number } & More;

export interface EditorActions extends CommentActions {
  /** The story as the newsroom has it now. */
  readStory(storyId: string): Promise<Answer<EditedStory>>;
  changeStory(input: At<{ changes: ColumnChanges }>): Promise<Answer<{ version: number; slug: string }>>;
  createTag(input: { id: string; name: string }): Promise<Answer<StoryTag>>;
  suggestTags(typed: string): Promise<Answer<StoryTag[]>>;
  submitStory(input: At): Promise<Answer<unknown>>;
  moveStory(input: At<{ stage: Stage }>): Promise<Answer<unknown>>;
  publishStory(input: At<{ seq: number }>): Promise<Answer<{ address: string }>>;
  unpublishStory(input: At<{ reason?: string }>): Promise<Answer<unknown>>;
  killStory(input: At<{ reason: string; legal: boolean }>): Promise<Answer<unknown>>;
  spikeStory(input: At<{ reason: string }>): Promise<Answer<unknown>>;
  planPublication(input: At<{ seq: number; at: string; zone: string }>): Promise<Answer<unknown>>;
  nameRevision(input: At<{ seq: number; name: string }>): Promise<Answer<unknown>>;
  /** After a restore was made and saved here. */
  recordRestore(input: {
    storyId: string;
    seq: number;
    revisionId: string;
    revisionAt: string;
  }): Promise<Answer<unknown>>;
  /** Who stored text since. */
  readWritersSince(input: { storyId: string; seq: number }): Promise<Answer<string[]>>;
  cancelPlan(input: { planId: string }): Promise<Answer<unknown>>;
}
