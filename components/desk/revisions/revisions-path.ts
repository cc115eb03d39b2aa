import { editorPath } from "../stories/story-row.ts";

export const revisionsPath = (storyId: string, chosen?: { from: string; to: string }): string =>
  `${editorPath(storyId)}/revisions${chosen ? `?${new URLSearchParams(chosen)}` : ""}`;

/** `before`: what came before this event. */
export const historyPath = (storyId: string, before?: string): string =>
  `${editorPath(storyId)}/history${before ? `?${new URLSearchParams({ before })}` : ""}`;

export const whoWrotePath = (storyId: string): string => `${editorPath(storyId)}/who-wrote-what`;

/** The editor, which shows the difference and asks before it restores anything. */
export const restorePath = (storyId: string, revisionId: string): string =>
  `${editorPath(storyId)}?restore=${encodeURIComponent(revisionId)}`;
