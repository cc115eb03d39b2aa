import type { Paper } from "../paper.ts";
import { wordsFor } from "../words.ts";
import styles from "./Shell.module.css";

interface Props {
  paper: Paper;
  sections: { slug: string; name: string }[];
}

/** The name of the paper and the way to its sections: a row where there is room, a fold-out menu on phones. */
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
