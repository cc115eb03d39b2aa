import type { Answer } from "#newsroom/kernel/answer";
import type { Person, Thread } from "#newsroom/stories/comments/comments";

type Said<More> = { commentId: string; threadId: string; text: string } & More;

export interface CommentActions {
  readThreads(storyId: string): Promise<Answer<Thread[]>>;
  /** Those who may read the story. */
  readPeopleToMention(storyId: string): Promise<Answer<Person[]>>;
  startThread(input: Said<{ storyId: string; quote: string; isAnchored: boolean }>): Promise<Answer<unknown>>;
  replyToThread(input: Said<object>): Promise<Answer<unknown>>;
  resolveThread(input: { threadId: string; version: number }): Promise<Answer<unknown>>;
  reopenThread(input: { threadId: string; version: number }): Promise<Answer<unknown>>;
  /** `version`: of the comment that this person has read. */
  editComment(input: { commentId: string; version: number; text: string }): Promise<Answer<unknown>>;
  removeComment(input: { commentId: string; version: number }): Promise<Answer<unknown>>;
  /** This person has looked at where they are mentioned in this story. */
  seeMentions(input: { storyId: string }): Promise<Answer<unknown>>;
}
