import Link from "next/link";
import { Badge, type Tone } from "#components/ui/Badge";
import { ButtonLink } from "#components/ui/ButtonLink";
import type { CalendarEntry } from "#newsroom/planning/calendar";
import { asChosen, bothTimes } from "#newsroom/settings/zone";
import { storyName } from "#newsroom/stories/story-name";
import { editorPath } from "../stories/story-row.ts";
import styles from "./CalendarScreen.module.css";
import { DayNav } from "./DayNav.tsx";
import { dayWords, shortDayWords, weekWords } from "./day-words.ts";
import { entryWords } from "./entry-words.ts";

interface CalendarDay {
  /** "2026-11-25" */
  day: string;
  entries: readonly CalendarEntry[];
}

export interface CalendarScreenProps {
  data: {
    /** Seven of a week, or one. */
    days: readonly CalendarDay[];
    /** The first day of what is before and after. */
    before: string;
    after: string;
    today: string;
    isCut: boolean;
    zone: string;
    now: Date;
  };
}

const path = (view: "day" | "week", day: string) => `/desk/calendar?${view}=${day}`;

/** What is due, planned, promised and published, day by day. */
export function CalendarScreen({ data: { days, before, after, today, isCut, zone, now } }: CalendarScreenProps) {
  const [first, last] = [days[0], days.at(-1)];
  if (!first || !last) return null;
  const isWeek = days.length > 1;
  const view = isWeek ? "week" : "day";
  return (
    <div className={styles.screen}>
      <div className={styles.head}>
        <h1 className={styles.title}>{isWeek ? weekWords(first.day, last.day) : dayWords(first.day)}</h1>
        <div className={styles.ways}>
          <ButtonLink tone="quiet" href={isWeek ? path("day", today) : path("week", first.day)}>
            {isWeek ? "Day" : "Week"}
          </ButtonLink>
          <DayNav
            what={isWeek ? "Week" : "Day"}
            before={path(view, before)}
            today={path(view, today)}
            after={path(view, after)}
          />
        </div>
      </div>
      {isCut ? (
        <p className={styles.cut}>
          {isWeek
            ? "More happens this week than can be shown here. Open a day to see more of it."
            : "More happens on this day than can be shown here."}
        </p>
      ) : null}
      <div className={isWeek ? styles.week : styles.day}>
        {days.map(({ day, entries }) => (
          <section key={day} aria-labelledby={`day-${day}`} className={styles.column} data-today={day === today}>
            <h2 id={`day-${day}`} className={styles.columnHead}>
              {isWeek ? (
                <Link href={path("day", day)} prefetch={false} aria-label={dayWords(day)}>
                  {shortDayWords(day)}
                </Link>
              ) : (
                shortDayWords(day)
              )}
              {day === today ? <span className={styles.today}>Today</span> : null}
            </h2>
            {entries.length === 0 ? <p className={styles.empty}>Nothing.</p> : null}
            <ul>
              {entries.map((entry) => (
                <Entry key={keyOf(entry)} entry={entry} zone={zone} now={now} />
              ))}
            </ul>
          </section>
        ))}
      </div>
    </div>
  );
}

const keyOf = (entry: CalendarEntry): string => `${entry.kind} ${"id" in entry ? entry.id : entry.story.id}`;

const tones: Record<CalendarEntry["kind"], Tone> = {
  due: "plain",
  assignment: "plain",
  plan: "info",
  embargo: "warning",
  published: "good",
};

const Entry = ({ entry, zone, now }: { entry: CalendarEntry; zone: string; now: Date }) => {
  const { what, who } = entryWords(entry);
  const isLate = entry.at < now && ((entry.kind === "due" && !entry.isReady) || entry.kind === "assignment");
  const hasFailed = entry.kind === "plan" && entry.failure !== null;
  return (
    <li className={styles.entry}>
      <p className={styles.when}>
        <time dateTime={entry.at.toISOString()}>{bothTimes(entry.at, zone)}</time>
        {entry.kind === "plan" ? asChosen(entry, zone) : null}
      </p>
      <Link
        href={editorPath(entry.story.id)}
        prefetch={false}
        className={styles.name}
        lang={entry.story.language}
        dir="auto"
        data-row
      >
        {storyName(entry.story)}
      </Link>
      <p className={styles.facts}>
        <Badge tone={isLate || hasFailed ? "danger" : tones[entry.kind]}>
          {isLate ? `${what}, overdue` : hasFailed ? `${what}: failed` : what}
        </Badge>
        {who ? <span> {who}</span> : null}
        {hasFailed && entry.kind === "plan" ? <span> {entry.failure}</span> : null}
      </p>
    </li>
  );
};
