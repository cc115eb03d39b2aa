import type { FrontStory, Slot } from "#newsroom/fronts/schema";
import type { Answer } from "#newsroom/kernel/answer";
import type { FoundTag } from "#newsroom/tags/schema";

export interface FrontActions {
  arrangeFront(input: { version: number; slots: Slot[] }): Promise<Answer<{ version: number }>>;
  storiesForFront(typed: string): Promise<Answer<FrontStory[]>>;
  suggestTags(typed: string): Promise<Answer<FoundTag[]>>;
}
