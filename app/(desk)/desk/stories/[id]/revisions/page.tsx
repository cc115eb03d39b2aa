import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { RevisionsScreen } from "#components/desk/revisions/RevisionsScreen";
import { systemNow } from "#newsroom/kernel/clock";
import { newsroomSettings } from "#newsroom/settings/queries";
import { deskStory } from "#newsroom/stories/queries";
import { storyRevisions, storyState } from "#newsroom/stories/revisions/revision-queries";
import { storyDifference } from "#newsroom/stories/revisions/story-difference";
import { storyName } from "#newsroom/stories/story-name";
import { chosenStates } from "../../../../../../components/desk/revisions/chosen-states.ts";
import { requireActor } from "../../../../../_request/actor.ts";
import { found } from "../../../../../_request/found.ts";

export const metadata: Metadata = { title: "Revisions" };

interface Props {
  params: Promise<{ id: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export default async function RevisionsPage({ params, searchParams }: Props) {
  const actor = await requireActor();
  const { id } = await params;
  const [story, states, { zone }] = await found(
    Promise.all([deskStory(actor, id), storyRevisions(actor, id), newsroomSettings()]),
  );
  const { before, after, isGone } = chosenStates(states, await searchParams);
  if (!after) notFound();
  const [one, other] = await found(
    Promise.all([storyState(actor, id, (before ?? after).id), storyState(actor, id, after.id)]),
  );
  return (
    <RevisionsScreen
      data={{
        storyId: id,
        name: storyName(story),
        language: story.language,
        states,
        before,
        after,
        isGone,
        difference: storyDifference(one, other),
        now: systemNow(),
        zone,
      }}
      can={{ restore: story.can.write }}
    />
  );
}
