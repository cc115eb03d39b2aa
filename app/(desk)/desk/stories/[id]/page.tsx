import type { Metadata } from "next";
import { cache } from "react";
import { SeenHere } from "#components/desk/notifications/SeenHere.client";
import { StoryEditor } from "#components/editor/StoryEditor.client";
import { UnsentIn } from "#components/unsent/UnsentIn.client";
import { systemNow } from "#newsroom/kernel/clock";
import { unseenKinds } from "#newsroom/notifications/queries";
import { colleagues, profiles } from "#newsroom/people/queries";
import { storyAssignments } from "#newsroom/planning/assignment-queries";
import { sections } from "#newsroom/sections/queries";
import { newsroomSettings } from "#newsroom/settings/queries";
import { storyThreads } from "#newsroom/stories/comments/comment-queries";
import { storyDocument } from "#newsroom/stories/document/document-queries";
import { ownPutAside } from "#newsroom/stories/document/put-aside-queries";
import { deskStory } from "#newsroom/stories/queries";
import { restorableState } from "#newsroom/stories/revisions/revision-queries";
import { storyName } from "#newsroom/stories/story-name";
import { canManageTags } from "#newsroom/tags/policy";
import { desks, stages } from "#newsroom/workflow/queries";
import { requireActor } from "../../../../_request/actor.ts";
import { found } from "../../../../_request/found.ts";
import { seeNotifications } from "../../notifications/actions.ts";
import * as actions from "./actions.ts";

interface Props {
  params: Promise<{ id: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

/** Once a request, for the title and for the page. */
const storyOf = cache(deskStory);

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const actor = await requireActor();
  const { id } = await params;
  return { title: storyName(await found(storyOf(actor, id))) };
}

export default async function StoryPage({ params, searchParams }: Props) {
  const actor = await requireActor();
  const { id } = await params;
  const story = await found(storyOf(actor, id));
  const { restore: revisionId, thread } = await searchParams;
  const [
    document,
    assignments,
    threads,
    putAside,
    restore,
    newsroom,
    allStages,
    allDesks,
    allSections,
    allProfiles,
    allColleagues,
    unseen,
  ] = await Promise.all([
    storyDocument(actor, id),
    storyAssignments(actor, id),
    storyThreads(actor, id),
    ownPutAside(actor, id),
    restorableState(actor, id, revisionId),
    newsroomSettings(),
    stages(),
    desks(actor),
    sections(actor),
    profiles(actor),
    colleagues(actor),
    unseenKinds(actor, id),
  ]);
  return (
    <>
      {/* Mentions are seen with their thread. */}
      <SeenHere
        data={{ storyId: id, kinds: unseen.filter((kind) => kind !== "mention") }}
        actions={{ seeNotifications }}
      />
      <UnsentIn person={actor.id} story={id}>
        <StoryEditor
          key={id}
          data={{
            story,
            document,
            assignments,
            threads,
            threadId: typeof thread === "string" ? thread : null,
            restore,
            putAside,
            newsroom,
            me: { id: actor.id, name: actor.name },
            stages: allStages,
            desks: allDesks,
            sections: allSections,
            profiles: allProfiles,
            colleagues: allColleagues,
            now: systemNow(),
          }}
          can={{ createTag: canManageTags(actor) }}
          actions={{ ...actions }}
        />
      </UnsentIn>
    </>
  );
}
