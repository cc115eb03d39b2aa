import { DeadPreview, EmbargoedPreview, TooManyDeadPreviews } from "#components/shared/NoPreview";
import { SharedPreview } from "#components/shared/SharedPreview";
import { Story } from "#components/site/story/Story";
import { networkOf } from "#lib/network";
import { systemNow } from "#newsroom/kernel/clock";
import { Fault } from "#newsroom/kernel/faults";
import { ratesToday } from "#newsroom/rates/queries";
import { newsroomSettings } from "#newsroom/settings/queries";
import { sharedStory } from "#newsroom/stories/shares/share-queries";
import { nameForOutsiders } from "#newsroom/stories/story-name";
import { thisBrowser } from "../../../_request/browser.ts";
import { answerTooMany } from "../../../_request/too-many.ts";
import { commentFromForm } from "./actions.ts";

/** For whoever holds the link, without a session. Never kept by anybody: every answer below /preview is `no-store`. */
export default async function SharedPreviewPage({ params }: { params: Promise<{ token: string }> }) {
  const { token } = await params;
  const now = systemNow();
  const { address } = await thisBrowser();
  const [shared, paper] = await Promise.all([
    unlessTooMany(sharedStory(token, networkOf(address), now)),
    newsroomSettings(),
  ]);
  if (shared === "too many") return <TooManyDeadPreviews newsroom={paper.name} />;
  if (!shared) return <DeadPreview newsroom={paper.name} />;
  if (shared.state === "embargo") return <EmbargoedPreview newsroom={paper.name} zone={paper.zone} {...shared} />;
  const { story, ...link } = shared;
  return (
    <SharedPreview
      data={{ ...link, newsroom: paper.name, zone: paper.zone }}
      actions={{ comment: commentFromForm.bind(null, token) }}
    >
      <Story
        story={{ ...story, headline: nameForOutsiders(story) }}
        paper={paper}
        rates={await ratesToday(story.id, story.body, now)}
        pictures={`/preview/${encodeURIComponent(token)}/pictures`}
      />
    </SharedPreview>
  );
}

async function unlessTooMany<Value>(looking: Promise<Value>): Promise<Value | "too many"> {
  try {
    return await looking;
  } catch (error) {
    if (!(error instanceof Fault) || error.fault !== "tooMany") throw error;
    answerTooMany(error);
    return "too many";
  }
}
