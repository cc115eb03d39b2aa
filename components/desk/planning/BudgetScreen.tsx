import Link from "next/link";
import { underEmbargo } from "#newsroom/kernel/clock";
import type { BudgetLine } from "#newsroom/planning/budget";
import { dayAndBothTimes } from "#newsroom/settings/zone";
import { storyName } from "#newsroom/stories/story-name";
import { DueTime } from "../DueTime.tsx";
import { StoryBadges } from "../StoryBadges.tsx";
import { bylineWords, editorPath } from "../stories/story-row.ts";
import { kindWords } from "./assignment-words.ts";
import styles from "./BudgetScreen.module.css";
import { bySection } from "./by-section.ts";
import { DayNav } from "./DayNav.tsx";
import { dayWords } from "./day-words.ts";
import { PrintButton } from "./PrintButton.client.tsx";

export interface BudgetScreenProps {
  data: {
    day: string;
    before: string;
    after: string;
    today: string;
    lines: readonly BudgetLine[];
    late: readonly BudgetLine[];
    isCut: boolean;
    /** The order of the sections. */
    sections: readonly { id: string; name: string }[];
    newsroom: string;
    zone: string;
    now: Date;
  };
}

const path = (day: string) => `/desk/budget?day=${day}`;

/** The day's list of stories: what, whose, how long, how far. Made to be printed for the conference. */
export function BudgetScreen({ data }: BudgetScreenProps) {
  const { day, before, after, today, lines, late, isCut, sections, newsroom, zone, now } = data;
  return (
    <div className={styles.screen}>
      <div className={styles.head}>
        <div>
          <h1 className={styles.title}>News budget</h1>
          <p className={styles.of}>
            {newsroom} · {dayWords(day)} · {lines.length === 1 ? "1 story" : `${lines.length} stories`}
          </p>
        </div>
        <div className={styles.ways}>
          <DayNav what="Day" before={path(before)} today={path(today)} after={path(after)} />
          <PrintButton />
        </div>
      </div>
      {isCut ? <p className={styles.cut}>There are more stories than can be shown here.</p> : null}
      {lines.length === 0 ? (
        <p className={styles.empty}>
          Nothing is due, planned or published on this day. Give a story its due time, or plan it, and it stands here.
        </p>
      ) : null}
      {bySection(lines, sections).map(({ id, name, lines: those }) => (
        <BudgetPart key={id} id={id} name={name} lines={those} zone={zone} now={now} />
      ))}
      {late.length > 0 ? <BudgetPart id="late" name="Late from before" lines={late} zone={zone} now={now} /> : null}
    </div>
  );
}

interface PartProps {
  id: string;
  name: string;
  lines: readonly BudgetLine[];
  zone: string;
  now: Date;
}

const BudgetPart = ({ id, name, lines, zone, now }: PartProps) => (
  <section aria-labelledby={`part-${id}`} className={styles.part}>
    <h2 id={`part-${id}`}>{name}</h2>
    <ul>
      {lines.map((line) => (
        <li key={line.id} className={styles.line}>
          <div className={styles.what}>
            <Link
              href={editorPath(line.id)}
              prefetch={false}
              className={styles.name}
              lang={line.language}
              dir="auto"
              data-row
            >
              {storyName(line)}
            </Link>
            {line.brief ? (
              <p className={styles.brief} dir="auto">
                {line.brief}
              </p>
            ) : null}
          </div>
          <p>{line.assignee?.name ?? (bylineWords(line.byline) || "Nobody yet")}</p>
          <p className={styles.count}>{line.wordCount > 0 ? `${line.wordCount} words` : "no text yet"}</p>
          <p className={styles.state}>
            {line.publication.state === "unpublished" ? `${line.stage.name} ` : null}
            <StoryBadges story={line} zone={zone} now={now} isStageSaid />
          </p>
          <p className={styles.due}>
            {line.publication.state === "live" && !underEmbargo(line, now) ? (
              `Live since ${dayAndBothTimes(line.publication.since, zone, now)}`
            ) : (
              <DueTime story={line} zone={zone} now={now} />
            )}
          </p>
          {line.assignments.length > 0 ? (
            <p className={styles.also}>
              {line.assignments
                .map(({ kind, by, filedAt }) => `${kindWords[kind]}: ${by}${filedAt ? " (filed)" : ""}`)
                .join(" · ")}
            </p>
          ) : null}
        </li>
      ))}
    </ul>
  </section>
);
