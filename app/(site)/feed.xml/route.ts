import { siteFeed } from "#newsroom/stories/published/feeds";
import { answerFeed } from "../_site/feed.ts";

export const dynamic = "force-dynamic";

export const GET = async (): Promise<Response> => answerFeed("feed.xml", "/", await siteFeed());
