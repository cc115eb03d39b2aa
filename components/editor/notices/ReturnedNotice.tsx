import { StatusLine } from "#components/ui/StatusLine";
import { dayAndBothTimes } from "#newsroom/settings/zone";
import type { EditedStory } from "../edited-story.ts";
import styles from "./ReturnedNotice.module.css";

interface ReturnedNoticeProps {
  returned: EditedStory["returned"];
  now: Date;
  zone: string;
}

/** Why the story came back, above the text, until it is handed in again. */
export const ReturnedNotice = ({ returned, now, zone }: ReturnedNoticeProps) =>
  returned ? (
    <StatusLine tone="warning" bar className={styles.notice}>
      <p>
        <strong>
          Returned{returned.by ? ` by ${returned.by}` : ""}, {dayAndBothTimes(returned.at, zone, now)}:
        </strong>{" "}
        <span dir="auto" className={styles.reason}>
          {returned.reason}
        </span>
      </p>
    </StatusLine>
  ) : null;
