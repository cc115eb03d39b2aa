import type { LiveStory } from "#newsroom/stories/published";
import type { Paper } from "../paper.ts";
import { newsArticle, scriptJson } from "./news-article.ts";

interface Props {
  story: LiveStory;
  paper: Paper;
  siteUrl: string;
}

export function NewsArticleData({ story, paper, siteUrl }: Props) {
  const json = scriptJson(newsArticle(story, paper, siteUrl));
  // biome-ignore lint/security/noDangerouslySetInnerHtml: data block, escaped by scriptJson
  return <script type="application/ld+json" dangerouslySetInnerHTML={{ __html: json }} />;
}
