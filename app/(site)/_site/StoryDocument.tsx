import { NewsArticleData } from "#components/site/story/NewsArticleData";
import { Retracted } from "#components/site/story/Retracted";
import { Story } from "#components/site/story/Story";
import { ratesOfStory } from "#newsroom/rates/published";
import type { AtAddress } from "#newsroom/stories/published";
import { relatedStories } from "#newsroom/stories/published/related";
import type { Paper } from "../../../components/site/paper.ts";
import { siteUrl } from "./address.ts";

interface Props {
  found: AtAddress;
  paper: Paper;
}

/** What is at the public address of a story: for people, and as data for machines. */
export async function StoryDocument({ found, paper }: Props) {
  if (found.state === "retracted") return <Retracted retraction={found.retraction} paper={paper} />;
  const { story } = found;
  const [rates, related] = await Promise.all([ratesOfStory(story.id, story.body), relatedStories(story)]);
  return (
    <>
      <NewsArticleData story={story} paper={paper} siteUrl={siteUrl()} />
      <Story story={story} paper={paper} rates={rates} related={related} />
    </>
  );
}
