import Link from "next/link";
import { threadPath } from "../stories/story-row.ts";
import { When } from "../When.tsx";
import { headlineOr } from "../words.ts";
import styles from "./StoryList.module.css";

export interface MentionRow {
  threadId: string;
  storyId: string;
  headline: string;
  language: string;
  by: string | null;
  words: string;
  at: Date;
}

/** Where somebody called this person by name and they have not looked yet. */
export const MentionList = ({ mentions, zone, now }: { mentions: readonly MentionRow[]; zone: string; now: Date }) => (
  <section aria-labelledby="mentions" className={styles.section}>
    <header className={styles.head}>
      <h2 id="mentions">You were mentioned</h2>
    </header>
    <ul>
      {mentions.map(({ threadId, storyId, headline, language, by, words, at }) => (
        <li key={`${threadId} ${at.getTime()}`} className={styles.story}>
          <Link
            href={threadPath(storyId, threadId)}
            prefetch={false}
            className={styles.headline}
            lang={language}
            dir="auto"
            data-row
          >
            {headlineOr(headline)}
          </Link>
          <p className={styles.facts}>
            <span className={styles.said} dir="auto">
              {by ?? "Somebody"}: {words}
            </span>
            <When at={at} now={now} zone={zone} />
          </p>
        </li>
      ))}
    </ul>
  </section>
);
