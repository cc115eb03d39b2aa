import Link from "next/link";
import { Badge } from "#components/ui/Badge";
import type { NextAction } from "#newsroom/planning/next-actions";
import { dayAndBothTimes } from "#newsroom/settings/zone";
import { storyName } from "#newsroom/stories/story-name";
import { classes } from "../../ui/classes.ts";
import list from "../home/StoryList.module.css";
import { editorPath, threadPath } from "../stories/story-row.ts";
import { When } from "../When.tsx";
import styles from "./NextActions.module.css";
import { nextActionWords } from "./next-action-words.ts";
import type { PlanningActions } from "./planning-actions.ts";
import { TakeIdea } from "./TakeIdea.client.tsx";

export interface NextActionsProps {
  /** The most pressing first. */
  actions: readonly NextAction[];
  /** More waits than is told. */
  isCut: boolean;
  taking: Pick<PlanningActions, "takeIdea">;
  zone: string;
  now: Date;
}

/** What this person should do next, and after that. */
export const NextActions = ({ actions, isCut, taking, zone, now }: NextActionsProps) => (
  <section aria-labelledby="next" className={list.section}>
    <h2 id="next" className={styles.title}>
      Next for you
    </h2>
    {actions.length === 0 ? <p className={list.empty}>Nothing waits for you.</p> : null}
    <ol>
      {actions.map((action) => (
        <Action key={keyOf(action)} action={action} taking={taking} zone={zone} now={now} />
      ))}
    </ol>
    {isCut ? <p className={list.empty}>More waits for you after these.</p> : null}
  </section>
);

const keyOf = ({ kind, story, threadId, assignment }: NextAction): string =>
  `${kind} ${threadId ?? assignment?.id ?? story.id}`;

interface ActionProps extends Omit<NextActionsProps, "actions" | "isCut"> {
  action: NextAction;
}

const Action = ({ action, taking, zone, now }: ActionProps) => {
  const { kind, story, dueAt, isUrgent, since, said, threadId, version } = action;
  const name = storyName(story);
  return (
    <li className={classes(list.story, styles.action)}>
      <span className={styles.verb}>{nextActionWords(action)}</span>
      <div className={styles.what}>
        <Link
          href={threadId ? threadPath(story.id, threadId) : editorPath(story.id)}
          prefetch={false}
          className={classes(list.headline, styles.name)}
          lang={story.language}
          dir="auto"
          data-row
        >
          {name}
        </Link>
        {said ? (
          <p className={styles.said} dir="auto">
            {said.by ?? "Somebody"}: {said.words}
          </p>
        ) : null}
      </div>
      <p className={styles.facts}>
        {isUrgent ? <Badge tone="danger">Urgent</Badge> : null}{" "}
        {dueAt ? (
          <span>
            {dueAt < now ? <Badge tone="danger">Overdue</Badge> : null}{" "}
            <time dateTime={dueAt.toISOString()}>Due {dayAndBothTimes(dueAt, zone, now)}</time>
          </span>
        ) : (
          <When at={since} now={now} zone={zone} />
        )}
      </p>
      {kind === "take" && version ? <TakeIdea story={{ id: story.id, version, name }} actions={taking} /> : null}
    </li>
  );
};
