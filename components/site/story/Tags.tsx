import type { LiveStory } from "#newsroom/stories/published";
import { directionOf } from "../direction.ts";
import { TagLinks } from "../TagLinks.tsx";
import { wordsFor } from "../words.ts";
import styles from "./Story.module.css";

interface Props {
  tags: LiveStory["tags"];
  language: string;
}

/** What the story is about, each a way to more of it. */
export function Tags({ tags, language }: Props) {
  if (tags.length === 0) return null;
  return (
    <footer className={styles.tags} lang={language} dir={directionOf(language)}>
      <h2 id="tags">{wordsFor(language).tags}</h2>
      <TagLinks tags={tags} labelledBy="tags" rel="tag" />
    </footer>
  );
}
