import type { Words } from "../words.ts";
import { Magnifier } from "./Magnifier.tsx";
import styles from "./SearchForm.module.css";

interface Props {
  words: Words["search"];
  /** What was asked. */
  asked?: string;
  /** In the masthead of every page, or as what the search page is for. */
  place: "masthead" | "page";
}

/** A plain form; while somebody types, its island offers what is there. */
export function SearchForm({ words, asked = "", place }: Props) {
  return (
    <site-search
      class={`${styles.search} ${styles[place]}`}
      data-label={words.suggestions}
      data-tag={words.kinds.tag}
      data-section={words.kinds.section}
      data-author={words.kinds.author}
      data-story={words.kinds.story}
    >
      <search aria-label={words.label}>
        <form className={styles.form} action="/search">
          <input
            className={styles.field}
            type="search"
            name="q"
            defaultValue={asked}
            aria-label={words.label}
            placeholder={place === "masthead" ? words.submit : undefined}
            autoComplete="off"
            autoCapitalize="none"
            maxLength={200}
            enterKeyHint="search"
          />
          <button type="submit" className={styles.submit} aria-label={words.submit}>
            <Magnifier />
          </button>
        </form>
      </search>
    </site-search>
  );
}
