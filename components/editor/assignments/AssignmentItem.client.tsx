"use client";
import { useState } from "react";
import { AlertDialog } from "#components/ui/AlertDialog.client";
import { Badge } from "#components/ui/Badge";
import { Button } from "#components/ui/Button";
import { Hidden } from "#components/ui/Hidden";
import { StatusLine } from "#components/ui/StatusLine";
import type { StoryAssignment } from "#newsroom/planning/assignments";
import { dueWords, kindWords, stateOf, whatFromWhom } from "../../desk/planning/assignment-words.ts";
import { exactly } from "../../desk/when.ts";
import { toast } from "../../ui/toast-manager.ts";
import { AssignmentDialog } from "./AssignmentDialog.client.tsx";
import styles from "./Assignments.module.css";
import type { Assignments } from "./useAssignments.ts";

interface AssignmentItemProps {
  assignment: StoryAssignment;
  work: Assignments;
  zone: string;
}

/** One assignment: who, what, by when, how it stands, and what this person can do with it. */
export function AssignmentItem({ assignment, work, zone }: AssignmentItemProps) {
  const { id: assignmentId, version, kind, person, brief, dueAt, filedAt, can } = assignment;
  const { now, actions, perform } = work;
  const [asked, setAsked] = useState<"change" | "withdraw" | null>(null);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const state = stateOf(assignment, now, zone);
  const which = whatFromWhom(assignment);

  async function carryOut(verb: typeof actions.fileAssignment, done: string) {
    if (busy) return;
    setBusy(true);
    setProblem(null);
    const outcome = await perform(() => verb({ assignmentId, version }));
    setBusy(false);
    if (!outcome.ok) return setProblem(outcome.message);
    setAsked(null);
    toast({ tone: "good", title: done });
  }

  return (
    <li className={styles.assignment}>
      <p className={styles.who}>
        <strong>{person.name}</strong>
        <span>{kindWords[kind]}</span>
        <Badge tone={state.tone} {...(filedAt && { title: exactly(filedAt, zone) })}>
          {state.words}
        </Badge>
      </p>
      {brief ? (
        <p className={styles.brief} dir="auto">
          {brief}
        </p>
      ) : null}
      {dueAt ? (
        <time className={styles.due} dateTime={dueAt.toISOString()}>
          {dueWords(dueAt, now, zone)}
        </time>
      ) : null}
      {can.file || can.change || can.withdraw ? (
        <div className={styles.verbs}>
          {can.file ? (
            <Button size="small" busy={busy} onClick={() => void carryOut(actions.fileAssignment, "Filed")}>
              File<Hidden> {which}</Hidden>
            </Button>
          ) : null}
          {can.change ? (
            <Button size="small" tone="quiet" onClick={() => setAsked("change")}>
              Change…<Hidden> {which}</Hidden>
            </Button>
          ) : null}
          {can.withdraw ? (
            <Button size="small" tone="quiet" onClick={() => setAsked("withdraw")}>
              Withdraw…<Hidden> {which}</Hidden>
            </Button>
          ) : null}
        </div>
      ) : null}
      <StatusLine tone="danger" className={styles.problem ?? ""}>
        {asked ? null : problem}
      </StatusLine>
      {asked === "change" ? (
        <AssignmentDialog given={assignment} work={work} people={[person]} zone={zone} onClose={() => setAsked(null)} />
      ) : null}
      <AlertDialog
        title={`Withdraw the assignment: ${which}?`}
        description={`Without another one, or a right of their own, ${person.name} is out of this story within seconds. What they wrote stays.`}
        open={asked === "withdraw"}
        onOpenChange={(isOpen) => {
          if (isOpen || busy) return;
          setAsked(null);
          setProblem(null);
        }}
        confirmLabel="Withdraw"
        tone="danger"
        busy={busy}
        error={problem}
        onConfirm={() => void carryOut(actions.withdrawAssignment, "Withdrawn")}
      />
    </li>
  );
}
