import type { Metadata } from "next";
import { Preview } from "#components/desk/preview/Preview";
import { Story } from "#components/site/story/Story";
import { systemNow } from "#newsroom/kernel/clock";
import { ratesOfDraft } from "#newsroom/rates/queries";
import { newsroomSettings } from "#newsroom/settings/queries";
import { storyPreview } from "#newsroom/stories/document/document-queries";
import { deskStory } from "#newsroom/stories/queries";
import { storyName } from "#newsroom/stories/story-name";
import { requireActor } from "../../../../../_request/actor.ts";
import { found } from "../../../../../_request/found.ts";

export const metadata: Metadata = { title: "Preview" };

interface Props {
  params: Promise<{ id: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

/** Never kept by anybody: every answer below /desk is `no-store`. */
export default async function PreviewPage({ params, searchParams }: Props) {
  const actor = await requireActor();
  const { id } = await params;
  const suggested = (await searchParams).suggestions === "with" ? "with" : "without";
  const now = systemNow();
  const [story, { suggestions, ...draft }, paper] = await found(
    Promise.all([deskStory(actor, id), storyPreview(actor, id, now, suggested), newsroomSettings()]),
  );
  const rates = await found(ratesOfDraft(actor, id, draft.body, now));
  const isLive = story.publication.state === "live";
  return (
    <Preview data={{ storyId: id, isLive, publicAddress: isLive ? draft.address : null, suggestions, suggested }}>
      <Story
        story={{ ...draft, headline: storyName({ headline: draft.headline, slugline: story.slugline }) }}
        paper={paper}
        rates={rates}
        pictures="/api/pictures"
      />
    </Preview>
  );
}
