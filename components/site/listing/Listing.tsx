import type { Listing as ListingOfStories } from "#newsroom/stories/published/lists";
import { Card } from "../card/Card.tsx";
import type { Paper } from "../paper.ts";
import { wordsFor } from "../words.ts";
import styles from "./Listing.module.css";
import { Pagination } from "./Pagination.tsx";
import { listingLine } from "./pagination.ts";

interface Props {
  /** What kind of page this is: "Section", "Place", "Author". */
  label: string;
  title: string;
  description?: string | null;
  /** Address of the first page. */
  path: string;
  listing: ListingOfStories;
  paper: Paper;
  showSection?: boolean;
}

/** The page of a section, a tag or an author. */
export function Listing({ label, title, description, path, listing, paper, showSection = true }: Props) {
  return (
    <div className={styles.page}>
      <header className={styles.header}>
        <p className={styles.label}>{label}</p>
        <h1 className={styles.title}>{title}</h1>
        {description && <p className={styles.description}>{description}</p>}
        <p className={styles.line}>{listingLine(listing, wordsFor(paper.language), paper.language)}</p>
      </header>
      <div>
        <ul className={styles.stories}>
          {listing.stories.map((story) => (
            <li key={story.id}>
              <Card story={story} paper={paper} size="row" heading="h2" showSection={showSection} />
            </li>
          ))}
        </ul>
        <Pagination path={path} page={listing.page} pages={listing.pages} language={paper.language} />
      </div>
    </div>
  );
}
