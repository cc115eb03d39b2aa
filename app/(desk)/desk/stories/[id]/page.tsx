import type { Metadata } from "next";
import { StoryEditor } from "#components/editor/StoryEditor.client";
import { systemNow } from "#newsroom/kernel/clock";
import { profiles } from "#newsroom/people/queries";
import { sections } from "#newsroom/sections/queries";
import { newsroomSettings } from "#newsroom/settings/queries";
import { storyConflicts, storyDocument } from "#newsroom/stories/document-queries";
import { deskStory } from "#newsroom/stories/queries";
import { canManageTags } from "#newsroom/tags/policy";
import { requireActor } from "../../../../_request/actor.ts";
import { found } from "../../../../_request/found.ts";
import * as actions from "./actions.ts";

export const metadata: Metadata = { title: "Story" };

export default async function StoryPage({ params }: { params: Promise<{ id: string }> }) {
  const actor = await requireActor();
  const { id } = await params;
  const story = await found(deskStory(actor, id));
  const [document, conflicts, newsroom, allSections, allProfiles] = await Promise.all([
    storyDocument(actor, id),
    storyConflicts(actor, id),
    newsroomSettings(),
    sections(actor),
    profiles(actor),
  ]);
  return (
    <StoryEditor
      key={id}
      data={{
        story,
        document,
        conflicts,
        newsroom,
        me: { id: actor.id },
        sections: allSections,
        profiles: allProfiles,
        now: systemNow(),
      }}
      can={{ createTag: canManageTags(actor) }}
      actions={{ ...actions }}
    />
  );
}
