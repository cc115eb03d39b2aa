import Link from "next/link";
import { Badge } from "#components/ui/Badge";
import { ButtonLink } from "#components/ui/ButtonLink";
import type { OwnChoices, OwnNotification, OwnNotifications } from "#newsroom/notifications/schema";
import { storyName } from "#newsroom/stories/story-name";
import { When } from "../When.tsx";
import { byDay } from "./by-day.ts";
import { type ChoiceActions, Choices } from "./Choices.client.tsx";
import { type MailRow, MailThatStayed } from "./MailThatStayed.tsx";
import styles from "./NotificationsScreen.module.css";
import { SeeAll, type SeeAllActions } from "./SeeAll.client.tsx";

interface NotificationsScreenProps {
  data: OwnNotifications &
    OwnChoices & {
      unseen: number;
      isFirstPage: boolean;
      isMailSetUp: boolean;
      /** The newest mails that went nowhere, for those who may see them. */
      mails: readonly MailRow[];
      zone: string;
      now: Date;
    };
  actions: SeeAllActions & ChoiceActions;
}

/** What this person was told, day by day, and what they want to be told. */
export function NotificationsScreen({ data, actions }: NotificationsScreenProps) {
  const { notifications, next, isFirstPage, unseen, email, choices, isMailSetUp, mails, zone, now } = data;
  return (
    <div className={styles.screen}>
      <div className={styles.head}>
        <h1 className={styles.title}>Notifications</h1>
        {unseen > 0 ? <SeeAll upTo={now} actions={actions} /> : null}
      </div>
      {notifications.length === 0 ? (
        <p className={styles.nothing}>
          {isFirstPage ? "Nobody has called you yet: no mentions, assignments or returns." : "There is nothing older."}
        </p>
      ) : null}
      {byDay(notifications, now, zone).map(({ day, rows }) => (
        <section key={day} aria-label={day} className={styles.part}>
          <h2>{day}</h2>
          <ul className={styles.list}>
            {rows.map((row) => (
              <NotificationRow key={row.id} row={row} zone={zone} now={now} />
            ))}
          </ul>
        </section>
      ))}
      {next || !isFirstPage ? (
        <nav aria-label="Pages of notifications" className={styles.pages}>
          {isFirstPage ? null : <ButtonLink href="/desk/notifications">Newest first page</ButtonLink>}
          {next ? <ButtonLink href={`/desk/notifications?after=${next}`}>Older</ButtonLink> : null}
        </nav>
      ) : null}
      <section id="choices" aria-labelledby="choices-title" className={styles.part}>
        <h2 id="choices-title">What you are told</h2>
        <p className={styles.hint}>
          {isMailSetUp
            ? `Mail goes to ${email}, a minute later and only if you have not seen it here by then.`
            : "Mail is not set up here: it is written to a folder of the server and reaches nobody."}
        </p>
        <Choices choices={choices} actions={actions} />
      </section>
      {mails.length > 0 ? <MailThatStayed mails={mails} zone={zone} /> : null}
    </div>
  );
}

interface RowProps {
  row: OwnNotification;
  zone: string;
  now: Date;
}

const NotificationRow = ({
  row: { words, path, headline, slugline, language, at, isSeen, mailFailure },
  zone,
  now,
}: RowProps) => (
  <li className={styles.row}>
    <p>
      {isSeen ? null : (
        <>
          <Badge tone="info">New</Badge>{" "}
        </>
      )}
      {words}{" "}
      <Link href={path} prefetch={false} lang={language} dir="auto" className={styles.headline} data-row>
        {storyName({ headline, slugline })}
      </Link>
    </p>
    <p className={styles.hint}>
      <When at={at} now={now} zone={zone} />
      {mailFailure ? <span> · Its mail did not arrive: {mailFailure}</span> : null}
    </p>
  </li>
);
