-- As with spiked tags: a merge must not wait for stories whose verbs wait for it. A story that is gone is passed by.
ALTER TABLE "TagMergeStory" DROP CONSTRAINT "TagMergeStory_storyId_fkey";
