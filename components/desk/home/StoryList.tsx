import Link from "next/link";
import { useId } from "react";
import { storyName } from "#newsroom/stories/story-name";
import { StoryBadges } from "../StoryBadges.tsx";
import { editorPath, rowFacts, type StoryRow } from "../stories/story-row.ts";
import { When } from "../When.tsx";
import styles from "./StoryList.module.css";

interface StoryListProps {
  title: string;
  stories: readonly StoryRow[];
  /** What stands there when there are none. */
  empty: string;
  /** Where the whole list is, or its parts, each with its name. */
  all: readonly { of?: string; path: string }[];
  zone: string;
  now: Date;
}

export function StoryList({ title, stories, empty, all, zone, now }: StoryListProps) {
  const id = useId();
  return (
    <section aria-labelledby={id} className={styles.section}>
      <header className={styles.head}>
        <h2 id={id}>{title}</h2>
        {stories.length > 0
          ? all.map(({ of, path }) => (
              <Link key={path} href={path} prefetch={false} aria-describedby={id}>
                {of && all.length > 1 ? `Show all in ${of}` : "Show all"}
              </Link>
            ))
          : null}
      </header>
      {stories.length === 0 ? <p className={styles.empty}>{empty}</p> : null}
      <ul>
        {stories.map((story) => (
          <li key={story.id} className={styles.story}>
            <Link
              href={editorPath(story.id)}
              prefetch={false}
              className={styles.headline}
              lang={story.language}
              dir="auto"
              data-row
            >
              {storyName(story)}
            </Link>
            <p className={styles.facts}>
              <StoryBadges story={story} zone={zone} now={now} />
              <span>{rowFacts(story)}</span>
              <When at={story.changedAt} now={now} zone={zone} />
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
}
