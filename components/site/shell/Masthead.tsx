import type { Paper } from "../paper.ts";
import { Magnifier } from "../search/Magnifier.tsx";
import { SearchForm } from "../search/SearchForm.tsx";
import { wordsFor } from "../words.ts";
import styles from "./Shell.module.css";

interface Props {
  paper: Paper;
  sections: { slug: string; name: string }[];
}

/** The name of the paper, its search and the way to its sections: field and row where there is room, a link and a fold-out menu on phones. */
export function Masthead({ paper, sections }: Props) {
  const words = wordsFor(paper.language);
  const links = (
    <ul>
      {sections.map(({ slug, name }) => (
        <li key={slug}>
          <a href={`/sections/${slug}`}>{name}</a>
        </li>
      ))}
    </ul>
  );
  return (
    <header className={styles.masthead}>
      <a href="/" className={styles.name}>
        {paper.name}
      </a>
      <div className={styles.search}>
        <SearchForm words={words} place="masthead" />
      </div>
      <a href="/search" className={styles.searchLink}>
        <Magnifier />
        <span className={styles.unseen}>{words.search.title}</span>
      </a>
      {sections.length > 0 && (
        <>
          <site-menu class={styles.menu}>
            <details>
              <summary>{words.sections}</summary>
              <nav aria-label={words.sections}>{links}</nav>
            </details>
          </site-menu>
          <nav className={styles.row} aria-label={words.sections}>
            {links}
          </nav>
        </>
      )}
    </header>
  );
}
