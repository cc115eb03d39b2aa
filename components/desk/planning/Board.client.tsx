"use client";
import Link from "next/link";
import { useRouter } from "next/navigation";
import { useId, useOptimistic, useRef, useState, useTransition } from "react";

import type { Answer, Refusal } from "#newsroom/kernel/answer";
import { storyName } from "#newsroom/stories/story-name";
import { movesFrom } from "#newsroom/workflow/stages";
import { ReturnReason } from "../../editor/dialogs/WorkflowDialogs.client.tsx";
import { classes } from "../../ui/classes.ts";
import { toast } from "../../ui/toast-manager.ts";
import { UnsentIn } from "../../unsent/UnsentIn.client.tsx";
import { listPath } from "../stories/list-path.ts";
import styles from "./Board.module.css";
import { BoardCardView } from "./BoardCard.client.tsx";
import type { BoardCard, BoardColumnData, BoardScreenProps } from "./board-data.ts";
import { isReturn, movedTo } from "./board-moves.ts";
import { boardPath } from "./planning-search.ts";

/** The columns; a card is dragged to another, or moved by its menu. */
export function Board({ data, can, actions }: BoardScreenProps) {
  const { columns, countedAtMost, search, more, zone, now } = data;
  const stages = columns.map(({ stage }) => stage);
  const [shown, showMoved] = useOptimistic(columns, movedTo);
  const [, startMoving] = useTransition();
  /** Known at once: the browser asks where it may be dropped before anything is drawn anew. */
  const dragged = useRef<BoardCard | null>(null);
  const [isDragging, setDragging] = useState(false);
  const [isReturning, startReturning] = useTransition();
  const [refusal, setRefusal] = useState<string | null>(null);
  const [returning, setReturning] = useState<{ card: BoardCard; to: string } | null>(null);
  /** What our own moves made of them: the next move need not wait for the board to come back. */
  const versions = useRef(new Map<string, number>());
  const router = useRouter();

  const seenOf = ({ id: storyId, version }: BoardCard) => {
    const here = columns.flatMap(({ stories }) => stories).find(({ id }) => id === storyId);
    return { storyId, version: Math.max(version, here?.version ?? 0, versions.current.get(storyId) ?? 0) };
  };

  async function heard(card: BoardCard, asking: Promise<Answer<{ version: number }>>) {
    const answer = await asking.catch(() => null);
    if (answer?.ok) versions.current.set(card.id, answer.value.version);
    router.refresh();
    return answer;
  }

  /** Where this card may go: one that goes back to its writer goes with a reason. */
  const ways = (card: BoardCard) => (can.move ? movesFrom(stages, card.stage.key) : []);

  function move(card: BoardCard, to: string) {
    const target = stages.find(({ key }) => key === to);
    if (!target || !ways(card).some(({ key }) => key === to)) return;
    if (isReturn(card.stage, target)) return setReturning({ card, to });
    startMoving(async () => {
      showMoved({ card, to: target, now: new Date() });
      const answer = await heard(card, actions.moveStory({ ...seenOf(card), stage: to }));
      if (answer?.ok) toast({ tone: "good", title: `${storyName(card)} is in ${target.name}` });
      else sayRefused(card, answer);
    });
  }

  function giveBack({ card, to }: { card: BoardCard; to: string }, reason: string, forget: () => void) {
    startReturning(async () => {
      const answer = await heard(card, actions.returnStory({ ...seenOf(card), stage: to, reason }));
      if (!answer?.ok) return setRefusal(answer?.message ?? noAnswer);
      forget();
      setRefusal(null);
      setReturning(null);
      toast({ tone: "good", title: "Returned to the writer" });
    });
  }

  return (
    <>
      <div className={styles.board}>
        {shown.map((column) => (
          <Column
            key={column.stage.key}
            column={column}
            count={column.count >= countedAtMost ? `${countedAtMost}+` : String(column.count)}
            rest={
              more.includes(column.stage.key)
                ? {
                    words: "Show all in the list",
                    path: listPath({
                      stage: column.stage.key,
                      publication: "unpublished",
                      ...(search.section && { sectionId: search.section }),
                      ...(search.assignee && { assignee: search.assignee }),
                      ...(search.desk && { deskId: search.desk }),
                    }),
                  }
                : { words: "Show more", path: boardPath(search, [...more, column.stage.key]) }
            }
            isDragging={isDragging}
            takes={() => dragged.current !== null && ways(dragged.current).some(({ key }) => key === column.stage.key)}
            onDrop={() => dragged.current && move(dragged.current, column.stage.key)}
          >
            {column.stories.map((card) => (
              <BoardCardView
                key={card.id}
                card={card}
                ways={ways(card)}
                actions={actions}
                zone={zone}
                now={now}
                onMove={(to) => move(card, to)}
                onDrag={(isDragged) => {
                  dragged.current = isDragged ? card : null;
                  setDragging(isDragged);
                }}
              />
            ))}
          </Column>
        ))}
      </div>
      {returning ? (
        <UnsentIn story={returning.card.id}>
          <ReturnReason
            busy={isReturning}
            error={refusal}
            onReturn={(reason, forget) => giveBack(returning, reason, forget)}
            onClose={() => {
              setReturning(null);
              setRefusal(null);
            }}
          />
        </UnsentIn>
      ) : null}
    </>
  );
}

const noAnswer = "The newsroom did not answer. Please try again.";

interface ColumnProps {
  column: BoardColumnData;
  count: string;
  /** Where those are that are not shown. */
  rest: { words: string; path: string };
  /** A card is on its way somewhere. */
  isDragging: boolean;
  /** May it be dropped here? */
  takes: () => boolean;
  onDrop: () => void;
  children: React.ReactNode;
}

function Column({ column: { stage, stories }, count, rest, isDragging, takes, onDrop, children }: ColumnProps) {
  const id = useId();
  const [isOver, setOver] = useState(false);
  const isPlace = isDragging && takes();
  return (
    <section
      aria-labelledby={id}
      className={classes(styles.column, isPlace && styles.takes, isPlace && isOver && styles.over)}
      onDragOver={(event) => {
        if (!takes()) return;
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={(event) => {
        if (!event.currentTarget.contains(event.relatedTarget as Node | null)) setOver(false);
      }}
      onDrop={(event) => {
        event.preventDefault();
        setOver(false);
        onDrop();
      }}
    >
      <header className={styles.columnHead}>
        <h2 id={id}>{stage.name}</h2>
        <span className={styles.count}>{count}</span>
      </header>
      {stories.length === 0 ? <p className={styles.empty}>Nothing here.</p> : null}
      <ul className={styles.cards}>{children}</ul>
      {Number.parseInt(count, 10) > stories.length ? (
        <Link href={rest.path} prefetch={false} scroll={false} className={styles.all} aria-describedby={id}>
          {rest.words}
        </Link>
      ) : null}
    </section>
  );
}

const sayRefused = (card: BoardCard, answer: Refusal | null) =>
  toast({
    tone: "danger",
    ...(answer
      ? { title: `${storyName(card)} was not moved`, description: answer.message }
      : { title: "The newsroom did not answer", description: `Please look where ${storyName(card)} stands now.` }),
  });
