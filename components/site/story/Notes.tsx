import type { StoryNote } from "#newsroom/stories/published";
import { directionOf } from "../direction.ts";
import { Instant } from "../Instant.tsx";
import { inOrder } from "../in-order.ts";
import type { Paper } from "../paper.ts";
import { wordsFor } from "../words.ts";
import styles from "./Notes.module.css";

interface NotesProps {
  notes: StoryNote[];
  paper: Paper;
}

/** Corrections and clarifications of a story, with their dates: what was wrong, in the story's language. */
export function Notes({ notes, paper }: NotesProps) {
  if (notes.length === 0) return null;
  return (
    <div className={styles.notes}>
      {notes.map((note) => (
        <Note key={note.id} note={note} paper={paper} />
      ))}
    </div>
  );
}

function Note({ note: { kind, note, at }, paper }: { note: StoryNote; paper: Paper }) {
  return (
    <section className={styles.note} aria-label={wordsFor(paper.language).corrections.kinds[kind]}>
      <NoteHead kind={kind} at={at} paper={paper} />
      <NoteText note={note} />
    </section>
  );
}

/** "Correction, 18 May 2025, 18:00 Bishkek time" */
export const NoteHead = ({ kind, at, paper }: Pick<StoryNote, "kind" | "at"> & { paper: Paper }) => (
  <p className={styles.head} lang={paper.language} dir={directionOf(paper.language)}>
    <strong>{wordsFor(paper.language).corrections.kinds[kind]}</strong>{" "}
    <span className={styles.when}>
      <Instant at={at} paper={paper} precision="minute" />
    </span>
  </p>
);

/** Blank lines part paragraphs. */
export const NoteText = ({ note }: Pick<StoryNote, "note">) => inOrder(note.split(/\n{2,}/).map(paragraphOf));

const paragraphOf = (words: string) => <p className={styles.words}>{words}</p>;
