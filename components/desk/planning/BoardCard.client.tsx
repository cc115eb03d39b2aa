"use client";
import { MoveRight } from "lucide-react";
import Link from "next/link";
import { IconButton } from "#components/ui/IconButton";
import { Menu, MenuItem } from "#components/ui/Menu.client";
import { storyName } from "#newsroom/stories/story-name";
import type { Stage } from "#newsroom/workflow/stages";
import { DueTime } from "../DueTime.tsx";
import { StoryBadges } from "../StoryBadges.tsx";
import { editorPath } from "../stories/story-row.ts";
import styles from "./Board.module.css";
import type { BoardCard } from "./board-data.ts";
import type { PlanningActions } from "./planning-actions.ts";
import { TakeIdea } from "./TakeIdea.client.tsx";

interface BoardCardProps {
  card: BoardCard;
  /** The stages it may be moved to. */
  ways: readonly Stage[];
  actions: Pick<PlanningActions, "takeIdea">;
  zone: string;
  now: Date;
  onMove: (stage: string) => void;
  onDrag: (isDragged: boolean) => void;
}

/** A story on the board: what it is, whose, by when, and what stands against it. */
export function BoardCardView({ card, ways, actions, zone, now, onMove, onDrag }: BoardCardProps) {
  const name = storyName(card);
  const isIdea = card.stage.meaning === "idea";
  return (
    <li
      className={styles.card}
      draggable={ways.length > 0}
      onDragStart={(event) => {
        event.dataTransfer.effectAllowed = "move";
        event.dataTransfer.setData("text/plain", name);
        onDrag(true);
      }}
      onDragEnd={() => onDrag(false)}
    >
      <div className={styles.cardHead}>
        <Link
          href={editorPath(card.id)}
          prefetch={false}
          draggable={false}
          className={styles.name}
          lang={card.language}
          dir="auto"
          data-row
        >
          {name}
        </Link>
        {ways.length > 0 ? (
          <Menu
            trigger={
              <IconButton label={`Move ${name}`} size="small">
                <MoveRight aria-hidden />
              </IconButton>
            }
          >
            {ways.map(({ key, name: stage }) => (
              <MenuItem key={key} onSelect={() => onMove(key)}>
                {stage}
              </MenuItem>
            ))}
          </Menu>
        ) : null}
      </div>
      {isIdea && card.brief ? (
        <p className={styles.brief} dir="auto">
          {card.brief}
        </p>
      ) : null}
      <p className={styles.facts}>
        <StoryBadges story={card} zone={zone} now={now} isStageSaid />
        <span>{[card.section?.name, card.assignee?.name ?? "Nobody yet"].filter(Boolean).join(" · ")}</span>
      </p>
      {card.dueAt ? (
        <p className={styles.due}>
          <DueTime story={card} zone={zone} now={now} />
        </p>
      ) : null}
      {isIdea && card.isToTake ? (
        <TakeIdea story={{ id: card.id, version: card.version, name }} actions={actions} />
      ) : null}
    </li>
  );
}
