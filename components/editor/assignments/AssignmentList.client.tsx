"use client";
import { useId, useState } from "react";
import { Button } from "#components/ui/Button";
import type { Named } from "#newsroom/stories/story-facts";
import { AssignmentDialog } from "./AssignmentDialog.client.tsx";
import { AssignmentItem } from "./AssignmentItem.client.tsx";
import styles from "./Assignments.module.css";
import type { Assignments } from "./useAssignments.ts";

interface AssignmentListProps {
  work: Assignments;
  /** Those who can be asked. */
  people: readonly Named[];
  zone: string;
}

/** Who is to file what for the story, and by when. Nothing where there is nothing, for who gives none. */
export function AssignmentList({ work, people, zone }: AssignmentListProps) {
  const heading = useId();
  const [isGiving, setGiving] = useState(false);
  const { list, can } = work.assignments;
  if (list.length === 0 && !can.give) return null;
  return (
    <section aria-labelledby={heading} className={styles.assignments}>
      <div className={styles.head}>
        <h2 id={heading}>Assignments</h2>
        {can.give ? (
          <Button size="small" onClick={() => setGiving(true)}>
            Give an assignment…
          </Button>
        ) : null}
      </div>
      {list.length > 0 ? (
        <ul className={styles.list}>
          {list.map((assignment) => (
            <AssignmentItem key={assignment.id} assignment={assignment} work={work} zone={zone} />
          ))}
        </ul>
      ) : null}
      {isGiving ? <AssignmentDialog work={work} people={people} zone={zone} onClose={() => setGiving(false)} /> : null}
    </section>
  );
}
