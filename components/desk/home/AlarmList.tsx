import Link from "next/link";
import { StatusLine } from "#components/ui/StatusLine";
import { storyName } from "#newsroom/stories/story-name";
import { editorPath } from "../stories/story-row.ts";
import { When } from "../When.tsx";
import { type AlarmRow, alarmWords } from "./alarm-words.ts";
import styles from "./StoryList.module.css";

interface AlarmListProps {
  alarms: readonly AlarmRow[];
  zone: string;
  now: Date;
}

/** Publications that a person has to look at: what readers do not have, what failed, what is overdue. */
export const AlarmList = ({ alarms, zone, now }: AlarmListProps) => (
  <section aria-labelledby="alarms" className={styles.section}>
    <header className={styles.head}>
      <h2 id="alarms">Please look at these publications</h2>
    </header>
    <ul>
      {alarms.map((alarm) => (
        <li key={`${alarm.storyId} ${alarm.kind} ${alarm.at.getTime()}`} className={styles.story}>
          <Link
            href={editorPath(alarm.storyId)}
            prefetch={false}
            className={styles.headline}
            lang={alarm.language}
            dir="auto"
            data-row
          >
            {storyName(alarm)}
          </Link>
          <div className={styles.facts}>
            <StatusLine tone="danger">{alarmWords(alarm)}</StatusLine>
            <When at={alarm.at} now={now} zone={zone} />
          </div>
        </li>
      ))}
    </ul>
  </section>
);
