"use client";
import { Hidden } from "#components/ui/Hidden";
import { classes } from "../../ui/classes.ts";
import "./writers.css";
import styles from "./Writers.module.css";
import { hueOf, initialsOf, type Writer } from "./writers.ts";

const most = 5;
const wordsFor = ({ name, isMe, isIdle }: Writer): string =>
  `${isMe ? "You, in another window" : name}${isIdle ? " (idle)" : ""}`;

/** Who else has the story open now. */
export const Writers = ({ writers }: { writers: Writer[] }) => <Faces writers={writers} words="Also here" />;

/** People as small faces; their names on hovering, and read aloud. */
export function Faces({ writers, words, isSmall = false }: { writers: Writer[]; words: string; isSmall?: boolean }) {
  if (writers.length === 0) return null;
  const names = `${words}: ${writers.map(wordsFor).join(", ")}`;
  return (
    <div className={classes(styles.here, isSmall && styles.small)} title={names}>
      <Hidden>{names}</Hidden>
      {writers.slice(0, most).map((writer) => (
        <span
          key={writer.id}
          aria-hidden
          className={styles.face}
          data-hue={hueOf(writer.id)}
          data-idle={writer.isIdle || undefined}
        >
          {initialsOf(writer.name)}
        </span>
      ))}
      {writers.length > most ? (
        <span aria-hidden className={styles.more}>
          +{writers.length - most}
        </span>
      ) : null}
    </div>
  );
}
