import type { ListedNote, Shown } from "#newsroom/stories/published/lists";
import { directionOf } from "../direction.ts";
import { headlineText } from "../headline.tsx";
import styles from "../listing/Listing.module.css";
import { Pagination } from "../listing/Pagination.tsx";
import { listingLine } from "../listing/pagination.ts";
import type { Paper } from "../paper.ts";
import { NoteHead, NoteText } from "../story/Notes.tsx";
import { wordsFor } from "../words.ts";

interface CorrectionsProps {
  listing: Shown & { notes: ListedNote[] };
  paper: Paper;
}

/** All corrections and clarifications of live stories, the newest first. */
export function Corrections({ listing, paper }: CorrectionsProps) {
  const words = wordsFor(paper.language);
  const { title, description, none, newer, older } = words.corrections;
  return (
    <div className={styles.page}>
      <header className={styles.header}>
        <h1 className={styles.title}>{title}</h1>
        <p className={styles.description}>{description}</p>
        <p className={styles.line}>{listingLine(listing, words, paper.language, none)}</p>
      </header>
      <div>
        <ul className={styles.stories}>
          {listing.notes.map(({ id, kind, note, at, story }) => (
            <li key={id} lang={story.language} dir={directionOf(story.language)}>
              <h2>
                <a href={story.address}>{headlineText(story.headline)}</a>
              </h2>
              <NoteHead kind={kind} at={at} paper={paper} />
              <NoteText note={note} />
            </li>
          ))}
        </ul>
        <Pagination
          path="/corrections"
          page={listing.page}
          pages={listing.pages}
          language={paper.language}
          ways={{ newer, older }}
        />
      </div>
    </div>
  );
}
