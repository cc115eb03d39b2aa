import Link from "next/link";
import { editorPath, type StoryRow } from "../stories/story-row.ts";
import { When } from "../When.tsx";
import { headlineOr } from "../words.ts";
import styles from "./StoryList.module.css";

interface ReturnedListProps {
  stories: readonly StoryRow[];
  zone: string;
  now: Date;
}

/** What an editor gave back to this person, with the reason. */
export const ReturnedList = ({ stories, zone, now }: ReturnedListProps) => (
  <section aria-labelledby="returned" className={styles.section}>
    <header className={styles.head}>
      <h2 id="returned">Returned to you</h2>
    </header>
    <ul>
      {stories.map(({ id, headline, language, returned }) => (
        <li key={id} className={styles.story}>
          <Link href={editorPath(id)} prefetch={false} className={styles.headline} lang={language} dir="auto" data-row>
            {headlineOr(headline)}
          </Link>
          <p className={styles.facts}>
            <span className={styles.said} dir="auto">
              {returned?.by ?? "The program"}: {returned?.reason}
            </span>
            {returned ? <When at={returned.at} now={now} zone={zone} /> : null}
          </p>
        </li>
      ))}
    </ul>
  </section>
);
