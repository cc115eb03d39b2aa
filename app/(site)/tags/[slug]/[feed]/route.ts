import { permanentRedirect } from "next/navigation";
import { tagFeed } from "#newsroom/stories/published/feeds";
import { answerListFeed, type FeedProps } from "../../../_site/feed.ts";
import { tagNowAt } from "../../../_site/published.ts";

export const dynamic = "force-dynamic";

export const GET = (_request: Request, props: FeedProps): Promise<Response> =>
  answerListFeed("tags", props, async (slug, file) => {
    const found = await tagFeed(slug);
    const movedTo = found ? null : await tagNowAt(slug);
    if (movedTo) permanentRedirect(`/tags/${movedTo}/${file}`);
    return found;
  });
