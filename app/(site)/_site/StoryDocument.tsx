import { NewsArticleData } from "#components/site/story/NewsArticleData";
import { Story } from "#components/site/story/Story";
import { ratesOfStory } from "#newsroom/rates/published";
import type { LiveStory } from "#newsroom/stories/published";
import type { Paper } from "../../../components/site/paper.ts";
import { siteUrl } from "./address.ts";

interface Props {
  story: LiveStory;
  paper: Paper;
}

/** A story at its public address: for people, and as data for machines. */
export async function StoryDocument({ story, paper }: Props) {
  return (
    <>
      <NewsArticleData story={story} paper={paper} siteUrl={siteUrl()} />
      <Story story={story} paper={paper} rates={await ratesOfStory(story.id, story.body)} />
    </>
  );
}
