import type { LiveCard } from "#newsroom/stories/published/cards";
import { Card } from "../card/Card.tsx";
import { directionOf } from "../direction.ts";
import type { Paper } from "../paper.ts";
import { wordsFor } from "../words.ts";
import styles from "./Related.module.css";

interface Props {
  stories: LiveCard[];
  paper: Paper;
}

/** What else there is to read on the same; nothing where there is nothing. */
export function Related({ stories, paper }: Props) {
  if (stories.length === 0) return null;
  return (
    <aside className={styles.related} aria-labelledby="related" lang={paper.language} dir={directionOf(paper.language)}>
      <h2 id="related">{wordsFor(paper.language).related}</h2>
      <ul>
        {stories.map((story) => (
          <li key={story.id}>
            <Card story={story} paper={paper} size="brief" heading="h3" />
          </li>
        ))}
      </ul>
    </aside>
  );
}
