import type { Answer } from "#newsroom/kernel/answer";
import type { MergePreview, TaggingResult } from "#newsroom/stories/schema";
import type { FoundTag, Tag, TagChanges, TagKind } from "#newsroom/tags/schema";

interface Merging {
  tagId: string;
  version: number;
  intoId: string;
}

interface ByOtherTag {
  tagId: string;
  stories: { withTagId: string };
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
  previewTagging(input: ByOtherTag & { verb: "tag" | "untag" }): Promise<Answer<TaggingResult["counts"]>>;
  tagStories(input: ByOtherTag): Promise<Answer<TaggingResult>>;
  untagStories(input: ByOtherTag): Promise<Answer<TaggingResult>>;
}
