import type { Answer } from "#newsroom/kernel/answer";
import type { PictureWords } from "#newsroom/media/schema";
import type { StoryAssignments } from "#newsroom/planning/assignments";
import type { StoryFindings } from "#newsroom/stories/checks/findings";
import type { Thread } from "#newsroom/stories/comments/comments";
import type { PutAside } from "#newsroom/stories/document/put-aside";
import type { LogEntry } from "#newsroom/stories/publication/log-queries";
import type { PlannedCorrection } from "#newsroom/stories/publication/planned-correction";
import type { DeskStory } from "#newsroom/stories/queries";
import type { StoryState } from "#newsroom/stories/revisions/revision-queries";
import type { BylinePart, NotePlace } from "#newsroom/stories/schema";
import type { ShareRow } from "#newsroom/stories/shares/shares";
import type { Named } from "#newsroom/stories/story-facts";
import type { FoundTag, TagKind } from "#newsroom/tags/schema";
import type { Priority } from "#newsroom/workflow/directions";
import type { Stage } from "#newsroom/workflow/stages";
import type { AssignmentActions } from "./assignments/assignment-actions.ts";
import type { CommentActions } from "./comments/comment-actions.ts";
import type { LoadedDocument } from "./saving/document-transport.ts";

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

/** The story beside its text, as the newsroom knows it. */
export interface EditedStory extends Omit<DeskStory, "createdBy" | "columnsVersion" | "tags"> {
  tags: StoryTag[];
}

export type EditedPlan = NonNullable<EditedStory["plan"]>;

/** Everything about a story that is not text; what is left out stays. */
export interface ColumnChanges {
  sectionId?: string | null;
  tagIds?: string[];
  byline?: { profileId: string; part: BylinePart }[];
  leadImage?: (PictureWords & { pictureId: string }) | null;
  dateline?: string | null;
  slug?: string;
  slugline?: string | null;
  brief?: string | null;
  language?: string;
}

/** Who is to do it, until when, how urgently, at which desk; what is left out stays. `dueAt` in ISO. */
export interface Directions {
  assigneeId?: string | null;
  priority?: Priority;
  dueAt?: string | null;
  deskId?: string | null;
}

export interface StoryEditorData {
  story: EditedStory;
  document: LoadedDocument;
  me: { id: string; name: string };
  newsroom: { zone: string; language: string; languages: string[]; updatesArePublic: boolean };
  stages: Stage[];
  desks: Named[];
  sections: Named[];
  profiles: Named[];
  /** Who is to file what for it. */
  assignments: StoryAssignments;
  /** What was said about it. */
  threads: Thread[];
  /** The thread that the address leads to. */
  threadId: string | null;
  /** Everybody who has or had an account, for the names of those who suggest. */
  colleagues: (Named & { isIn: boolean })[];
  /** A state that the address asks to restore; `gone` if it is not kept any more. */
  restore: StoryState | "gone" | null;
  /** What could not be kept of what this person sent, until they have looked. */
  putAside: PutAside | null;
  now: Date;
}

type At<More = object> = { storyId: string; version: number } & More;

export interface EditorActions extends AssignmentActions, CommentActions {
  /** The story as the newsroom has it now. */
  readStory(storyId: string): Promise<Answer<EditedStory>>;
  changeStory(input: At<{ changes: ColumnChanges }>): Promise<Answer<{ version: number; slug: string }>>;
  /** Asked to, it refuses with the tags of near names. */
  createTag(input: { id: string; name: string; askIfNear: boolean }): Promise<Answer<StoryTag>>;
  suggestTags(typed: string): Promise<Answer<FoundTag[]>>;
  takeIdea(input: { storyId: string; version: number }): Promise<Answer<unknown>>;
  submitStory(input: At<{ seq: number }>): Promise<Answer<unknown>>;
  /** `stage`: the key of one. */
  moveStory(input: At<{ stage: string; note?: string }>): Promise<Answer<{ version: number }>>;
  returnStory(input: At<{ reason: string }>): Promise<Answer<{ version: number }>>;
  directStory(input: At<{ changes: Directions }>): Promise<Answer<unknown>>;
  referStory(input: At<{ note?: string }>): Promise<Answer<unknown>>;
  clearStory(input: At<{ as: "cleared" | "notNeeded"; note?: string }>): Promise<Answer<unknown>>;
  holdStory(input: At<{ reason: string }>): Promise<Answer<unknown>>;
  releaseStory(input: At<{ note?: string }>): Promise<Answer<unknown>>;
  /** `links`: how many links to it were revoked, and how many are open. */
  confideStory(
    input: At<{ confidential: boolean; circle: string[] }>,
  ): Promise<Answer<{ links: { revoked: number; open: number } }>>;
  /** `liveAt`: when readers get it, if not at once. */
  publishStory(
    input: At<{ seq: number; isPublic?: boolean }>,
  ): Promise<Answer<{ address: string; liveAt: string | null }>>;
  correctStory(
    input: At<{ seq: number } & PlannedCorrection>,
  ): Promise<Answer<{ address: string; liveAt: string | null }>>;
  /** What readers are told of the publications after the first. */
  readLog(storyId: string): Promise<Answer<LogEntry[]>>;
  /** `note`: empty withdraws it. */
  changeTold(
    input: At<{ revisionId: string; note: string; place: NotePlace; isPublic: boolean }>,
  ): Promise<Answer<{ version: number }>>;
  retractStory(input: At<{ notice: string }>): Promise<Answer<unknown>>;
  readdressStory(input: At<{ slug: string }>): Promise<Answer<{ address: string }>>;
  unpublishStory(input: At<{ reason?: string }>): Promise<Answer<unknown>>;
  killStory(input: At<{ reason: string; legal: boolean }>): Promise<Answer<unknown>>;
  spikeStory(input: At<{ reason: string }>): Promise<Answer<unknown>>;
  planPublication(input: At<{ seq: number; at: string; zone: string; isPublic?: boolean }>): Promise<Answer<unknown>>;
  planCorrection(input: At<{ seq: number; at: string; zone: string } & PlannedCorrection>): Promise<Answer<unknown>>;
  planWithdrawal(input: At<{ at: string; zone: string }>): Promise<Answer<unknown>>;
  nameRevision(input: At<{ seq: number; name: string }>): Promise<Answer<unknown>>;
  /** After a restore was made and saved here. */
  recordRestore(input: {
    storyId: string;
    seq: number;
    revisionId: string;
    revisionAt: string;
  }): Promise<Answer<unknown>>;
  /** What could not be kept of what this person sent. */
  readPutAside(storyId: string): Promise<Answer<PutAside | null>>;
  /** `upTo`: an ISO instant, up to which this person has looked at it. */
  seePutAside(input: { storyId: string; upTo: string }): Promise<Answer<unknown>>;
  /** Who stored text since. */
  readWritersSince(input: { storyId: string; seq: number }): Promise<Answer<string[]>>;
  /** What the checks find in the story as it is stored. */
  readFindings(storyId: string): Promise<Answer<StoryFindings>>;
  /** The link is answered this once. */
  shareStory(
    input: At<{ seq: number; recipient: string; days: number; mayComment: boolean; follows: boolean }>,
  ): Promise<Answer<{ path: string; endsAt: Date }>>;
  readShares(storyId: string): Promise<Answer<ShareRow[]>>;
  revokeShare(input: { shareId: string }): Promise<Answer<unknown>>;
  /** `until: null` lifts it. */
  setEmbargo(input: At<{ until: string | null }>): Promise<Answer<unknown>>;
  cancelPlan(input: { planId: string }): Promise<Answer<{ withdrawalCancelled: boolean }>>;
}
