import { slugOf } from "#newsroom/kernel/slug";
import type { EditedStory } from "./edited-story.ts";

type Addressed = Pick<EditedStory, "slug" | "slugChosen" | "language" | "firstPublishedAt">;

/** Where readers will find the story, as far as this window can tell: until it is chosen or public, the address follows the headline. */
export function storyAddress(story: Addressed, headline: string, newsroomLanguage: string): string {
  const follows = !story.slugChosen && !story.firstPublishedAt;
  const slug = follows ? (slugOf(headline) ?? "…") : story.slug;
  return story.language === newsroomLanguage ? `/stories/${slug}` : `/${story.language}/stories/${slug}`;
}
