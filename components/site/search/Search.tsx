import type { FoundStory, Search as Searched } from "#newsroom/search/published";
import type { Piece } from "#newsroom/search/snippet";
import { Card } from "../card/Card.tsx";
import { inOrder } from "../in-order.ts";
import listing from "../listing/Listing.module.css";
import { Pagination } from "../listing/Pagination.tsx";
import { listingLine } from "../listing/pagination.ts";
import type { Paper } from "../paper.ts";
import { TagLinks } from "../TagLinks.tsx";
import { wordsFor } from "../words.ts";
import { searchAddress } from "./address.ts";
import styles from "./Search.module.css";
import { SearchForm } from "./SearchForm.tsx";

interface Props {
  search: Searched;
  paper: Paper;
}

type Answered = Extract<Searched, { is: "answered" }>;

/** The search page: the form, and what answers the question. */
export function Search({ search, paper }: Props) {
  const every = wordsFor(paper.language);
  const words = every.search;
  return (
    <div className={listing.page}>
      <header className={listing.header}>
        <h1 className={listing.title}>{words.title}</h1>
        <div className={styles.form}>
          <SearchForm words={every} asked={search.is === "unasked" ? "" : search.asked} place="page" />
        </div>
        {search.is === "unasked" && <p className={styles.hint}>{words.hint}</p>}
        {search.is === "busy" && <p className={styles.hint}>{words.busy}</p>}
        {search.is === "answered" && <Summary search={search} paper={paper} />}
      </header>
      {search.is === "answered" && search.listing.total > 0 && <Results search={search} paper={paper} />}
    </div>
  );
}

function Summary({ search: { listing: shown, tags }, paper }: { search: Answered; paper: Paper }) {
  const words = wordsFor(paper.language);
  const nothing = shown.total === 0;
  return (
    <>
      <p className={listing.line} role="status">
        {listingLine(shown, words, paper.language, words.search.none)}
      </p>
      {nothing && <p className={styles.hint}>{words.search.noneHint}</p>}
      {shown.isCut && <p className={styles.hint}>{words.search.cut(shown.total.toLocaleString(paper.language))}</p>}
      {tags.length > 0 && (
        <div className={styles.tags}>
          <h2 id="named">{nothing ? words.search.nearTags : words.search.tags}</h2>
          <TagLinks tags={tags} labelledBy="named" />
        </div>
      )}
    </>
  );
}

function Results({ search: { asked, listing: shown }, paper }: { search: Answered; paper: Paper }) {
  const { newer, older } = wordsFor(paper.language).search;
  return (
    <div>
      <ul className={listing.stories}>
        {shown.stories.map((story) => (
          <li key={story.id}>
            <Card story={story} paper={paper} size="row" heading="h2" text={story.snippet && snippetOf(story)} />
          </li>
        ))}
      </ul>
      <Pagination
        path={searchAddress(asked)}
        page={shown.page}
        pages={shown.pages}
        language={paper.language}
        ways={{ newer, older }}
      />
    </div>
  );
}

const snippetOf = ({ snippet }: FoundStory) => inOrder((snippet ?? []).map(pieceOf));

const pieceOf = ({ text, isMarked }: Piece) => (isMarked ? <mark className={styles.mark}>{text}</mark> : text);
