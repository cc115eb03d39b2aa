import type { Metadata } from "next";
import { Preview } from "#components/desk/preview/Preview";
import { Story } from "#components/site/story/Story";
import { systemNow } from "#newsroom/kernel/clock";
import { ratesOfDraft } from "#newsroom/rates/queries";
import { newsroomSettings } from "#newsroom/settings/queries";
import { storyPreview } from "#newsroom/stories/document-queries";
import { deskStory } from "#newsroom/stories/queries";
import { headlineOr } from "../../../../../../components/desk/words.ts";
import { requireActor } from "../../../../../_request/actor.ts";
import { found } from "../../../../../_request/found.ts";

export const metadata: Metadata = { title: "Preview" };

/** Never kept by anybody: every answer below /desk is `no-store`. */
export default async function PreviewPage({ params }: { params: Promise<{ id: string }> }) {
  const actor = await requireActor();
  const { id } = await params;
  const now = systemNow();
  const [story, draft, paper] = await found(
    Promise.all([deskStory(actor, id), storyPreview(actor, id, now), newsroomSettings()]),
  );
  const rates = await found(ratesOfDraft(actor, id, draft.body, now));
  const isLive = story.publication.state === "live";
  return (
    <Preview data={{ storyId: id, isLive, publicAddress: isLive ? draft.address : null }}>
      <Story story={{ ...draft, headline: headlineOr(draft.headline) }} paper={paper} rates={rates} />
    </Preview>
  );
}
