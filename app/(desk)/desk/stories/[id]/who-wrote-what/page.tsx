import type { Metadata } from "next";
import { WhoWroteScreen } from "#components/desk/revisions/WhoWroteScreen";
import { systemNow } from "#newsroom/kernel/clock";
import { newsroomSettings } from "#newsroom/settings/queries";
import { deskStory } from "#newsroom/stories/queries";
import { whoWrote } from "#newsroom/stories/revisions/authorship-queries";
import { storyName } from "#newsroom/stories/story-name";
import { requireActor } from "../../../../../_request/actor.ts";
import { found } from "../../../../../_request/found.ts";

export const metadata: Metadata = { title: "Who wrote what" };

export default async function WhoWrotePage({ params }: { params: Promise<{ id: string }> }) {
  const actor = await requireActor();
  const { id } = await params;
  const [story, written, { zone }] = await found(
    Promise.all([deskStory(actor, id), whoWrote(actor, id), newsroomSettings()]),
  );
  return (
    <WhoWroteScreen
      data={{ storyId: id, name: storyName(story), language: story.language, ...written, now: systemNow(), zone }}
    />
  );
}
