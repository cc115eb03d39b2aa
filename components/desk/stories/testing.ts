import type { StoryRow } from "./story-row.ts";

/** A draft as lists show it. */
export const aRow = (wishes: Partial<StoryRow> = {}): StoryRow => ({
  id: "snow",
  headline: "Snow on the pass",
  slugline: null,
  language: "en",
  stage: { key: "draft", name: "Draft", meaning: "writing" },
  assignee: null,
  priority: "normal",
  dueAt: null,
  desk: null,
  legal: { status: "notNeeded", by: null },
  returned: null,
  publication: { state: "unpublished" },
  hasUnpublishedChanges: false,
  plan: null,
  goingLive: null,
  withdrawal: null,
  embargoUntil: null,
  heldBecause: null,
  confidential: false,
  section: null,
  byline: [],
  wordCount: 0,
  changedAt: new Date("2026-11-22T10:00:00Z"),
  ...wishes,
});
