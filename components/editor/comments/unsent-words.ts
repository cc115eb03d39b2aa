import type { Thread } from "#newsroom/stories/comments/comments";

/** Under which names the unsent words of a story's comments are kept, each person's apart: several may use one tab. */
export const startPlace = (storyId: string, personId: string): string => `${storyId} ${personId}`;
export const replyPlace = (start: string, threadId: string): string => `${start} ${threadId}`;
export const editPlace = (start: string, threadId: string, commentId: string): string =>
  `${replyPlace(start, threadId)} ${commentId}`;

/** What is said now; what was removed while somebody here was writing about it stays too, with their words. Pure. */
export function withUnsentPlaces(
  start: string,
  before: readonly Thread[],
  now: readonly Thread[],
  hasWords: (place: string) => boolean,
): Thread[] {
  const isEdited = (thread: Thread) => (comment: Thread["comments"][number]) =>
    hasWords(editPlace(start, thread.id, comment.id));
  const stays = (thread: Thread) => hasWords(replyPlace(start, thread.id)) || thread.comments.some(isEdited(thread));
  const threads = now.map((thread) => {
    const earlier = before.find(({ id }) => id === thread.id)?.comments ?? [];
    const gone = earlier.filter(({ id }) => !thread.comments.some((comment) => comment.id === id));
    const kept = gone.filter(isEdited(thread));
    if (kept.length === 0) return thread;
    return { ...thread, comments: [...thread.comments, ...kept].sort((one, other) => +one.at - +other.at) };
  });
  const gone = before.filter(({ id }) => !now.some((thread) => thread.id === id));
  return [...threads, ...gone.filter(stays)];
}
