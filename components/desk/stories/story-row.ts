import type { LegalStatus, Priority } from "#newsroom/workflow/directions";
import type { Publication } from "#newsroom/workflow/publication";
import type { StageMeaning } from "#newsroom/workflow/stages";

interface RowPlan {
  verb: "publish" | "update" | "correct" | "withdraw";
  at: Date;
  /** In which the time was chosen. */
  zone: string;
  failure: string | null;
}

/** What lists of the desk show of a story. */
export interface StoryRow {
  id: string;
  headline: string;
  slugline: string | null;
  language: string;
  stage: { key: string; name: string; meaning: StageMeaning };
  assignee: { name: string } | null;
  priority: Priority;
  dueAt: Date | null;
  desk: { name: string } | null;
  legal: { status: LegalStatus; by: string | null };
  /** Why it went back to its writer. */
  returned: { reason: string; by: string | null; at: Date } | null;
  publication: Publication;
  /** The draft says something else than readers see. */
  hasUnpublishedChanges: boolean;
  plan: RowPlan | null;
  goingLive: RowPlan | null;
  withdrawal: RowPlan | null;
  embargoUntil: Date | null;
  heldBecause: string | null;
  confidential: boolean;
  section: { name: string } | null;
  byline: readonly string[];
  wordCount: number;
  changedAt: Date;
}

export const editorPath = (id: string): string => `/desk/stories/${id}`;

/** The editor, at what is said there. */
export const threadPath = (storyId: string, threadId: string): string => `${editorPath(storyId)}?thread=${threadId}`;

/** "Aigul Toktorova and Timur Saliev", "Aigul Toktorova and 2 more" */
export function bylineWords(byline: readonly string[]): string {
  const [first, second] = byline;
  if (!first) return "";
  if (!second) return first;
  return byline.length === 2 ? `${first} and ${second}` : `${first} and ${byline.length - 1} more`;
}

/** Where the story stands and whose it is, in a line: "Edit · Security · Aigul Toktorova". A draft's badge says its stage already. */
export function rowFacts(story: Pick<StoryRow, "stage" | "publication" | "plan" | "section" | "byline">): string {
  const isSaid = story.stage.name === "Draft" && story.publication.state === "unpublished" && !story.plan;
  return [isSaid ? null : story.stage.name, story.section?.name, bylineWords(story.byline)].filter(Boolean).join(" · ");
}

export const wordsWords = (count: number): string =>
  `${new Intl.NumberFormat("en").format(count)}\u00a0${count === 1 ? "word" : "words"}`;
