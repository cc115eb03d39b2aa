import type { Answer } from "#newsroom/kernel/answer";
import type { MergePreview } from "#newsroom/stories/schema";
import type { FoundTag, Tag, TagChanges, TagKind } from "#newsroom/tags/schema";

interface Merging {
  tagId: string;
  version: number;
  intoId: string;
}

export interface TagActions {
  createTag(input: { id: string; name: string; kind: TagKind; askIfNear: boolean }): Promise<Answer<Tag>>;
  changeTag(input: { tagId: string; version: number; changes: TagChanges }): Promise<Answer<unknown>>;
  keepTagsApart(input: { tagId: string; otherId: string }): Promise<Answer<unknown>>;
  suggestTags(typed: string): Promise<Answer<FoundTag[]>>;
  previewMerge(input: Merging): Promise<Answer<MergePreview>>;
  mergeTags(input: Merging): Promise<Answer<{ mergeId: string }>>;
  undoTagMerge(input: { mergeId: string }): Promise<Answer<{ stories: number }>>;
  spikeTag(input: { tagId: string; version: number; reason: string }): Promise<Answer<unknown>>;
}
