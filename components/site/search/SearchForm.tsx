import type { Words } from "../words.ts";
import { Magnifier } from "./Magnifier.tsx";
import styles from "./SearchForm.module.css";

interface Props {
  words: Words;
  /** What was asked. */
  asked?: string;
  /** In the masthead of every page, or as what the search page is for. */
  place: "masthead" | "page";
}

/** A plain form; while somebody types, its island offers what is there. */
export function SearchForm({ words: { search, tagKinds, section, author }, asked = "", place }: Props) {
  return (
    <site-search
      class={`${styles.search} ${styles[place]}`}
      data-label={search.suggestions}
      data-topic={tagKinds.topic}
      data-person={tagKinds.person}
      data-place={tagKinds.place}
      data-organisation={tagKinds.organisation}
      data-series={tagKinds.series}
      data-section={section}
      data-author={author}
      data-story={search.story}
    >
      <search aria-label={search.label}>
        <form className={styles.form} action="/search">
          <input
            className={styles.field}
            type="search"
            name="q"
            defaultValue={asked}
            aria-label={search.label}
            placeholder={place === "masthead" ? search.submit : undefined}
            autoComplete="off"
            autoCapitalize="none"
            maxLength={200}
            enterKeyHint="search"
          />
          <button type="submit" className={styles.submit} aria-label={search.submit}>
            <Magnifier />
          </button>
        </form>
      </search>
    </site-search>
  );
}
