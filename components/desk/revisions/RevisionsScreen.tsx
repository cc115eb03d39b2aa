import { Button } from "#components/ui/Button";
import { ButtonLink } from "#components/ui/ButtonLink";
import { Field } from "#components/ui/Field";
import { Select } from "#components/ui/Select";
import { StatusLine } from "#components/ui/StatusLine";
import type { RevisionRow } from "#newsroom/stories/revisions/revision-queries";
import type { StoryDifference } from "#newsroom/stories/revisions/story-difference";
import { Comparison } from "./Comparison.tsx";
import { RevisionList } from "./RevisionList.tsx";
import styles from "./RevisionsScreen.module.css";
import { stateName } from "./revision-words.ts";
import { restorePath, revisionsPath } from "./revisions-path.ts";
import { StoryHistoryHead } from "./StoryHistoryHead.tsx";

interface RevisionsScreenProps {
  data: {
    storyId: string;
    name: string;
    language: string;
    states: readonly RevisionRow[];
    before: RevisionRow | null;
    after: RevisionRow;
    /** One that was asked for is not kept any more. */
    isGone: boolean;
    difference: StoryDifference;
    now: Date;
    zone: string;
  };
  can: { restore: boolean };
}

/** The states of a story beside what changed between two of them. */
export function RevisionsScreen({ data, can }: RevisionsScreenProps) {
  const { storyId, name, language, states, before, after, isGone, difference, now, zone } = data;
  return (
    <div className={styles.screen}>
      <StoryHistoryHead storyId={storyId} name={name} here="revisions" />
      <div className={styles.sides}>
        <section className={styles.states} aria-label="All revisions">
          <RevisionList storyId={storyId} states={states} chosen={{ before, after }} now={now} zone={zone} />
        </section>
        <section className={styles.comparison} aria-labelledby="compared">
          {isGone ? (
            <StatusLine tone="warning" bar>
              That state is not kept any more: the autosave has moved on. These are the newest.
            </StatusLine>
          ) : null}
          <h2 id="compared" className={styles.title}>
            {before ? (
              <>
                From <em>{stateName(before, zone)}</em> to <em>{stateName(after, zone)}</em>
              </>
            ) : (
              <em>{stateName(after, zone)}</em>
            )}
          </h2>
          <form className={styles.choice} action={revisionsPath(storyId)}>
            <input type="hidden" name="to" value={after.id} />
            <Field label="Compare with">
              {(control) => (
                <Select
                  {...control}
                  key={`${before?.id} ${after.id}`}
                  name="from"
                  defaultValue={(before ?? after).id}
                  options={states.map((state) => ({ value: state.id, label: stateName(state, zone) }))}
                />
              )}
            </Field>
            <Button type="submit">Compare</Button>
          </form>
          {can.restore ? (
            <p className={styles.restores}>
              {[before, after].map((state) =>
                state && state.kind !== "draft" ? (
                  <ButtonLink key={state.id} href={restorePath(storyId, state.id)} size="small">
                    Restore {stateName(state, zone)}…
                  </ButtonLink>
                ) : null,
              )}
            </p>
          ) : null}
          {before ? null : <p className={styles.first}>There is nothing before it to compare with.</p>}
          <Comparison difference={difference} language={language} />
        </section>
      </div>
    </div>
  );
}
