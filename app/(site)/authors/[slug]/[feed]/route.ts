import { authorFeed } from "#newsroom/stories/published/feeds";
import { answerListFeed, type FeedProps } from "../../../_site/feed.ts";

export const dynamic = "force-dynamic";

export const GET = (_request: Request, props: FeedProps): Promise<Response> =>
  answerListFeed("authors", props, authorFeed);
