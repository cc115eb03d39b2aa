import { inOrder } from "../in-order.ts";
import { wordsFor } from "../words.ts";
import styles from "./Listing.module.css";
import { pageAddress, pageNumbers } from "./pagination.ts";

interface Props {
  path: string;
  page: number;
  pages: number;
  language: string;
  /** What the ways back and on are called; those of stories where nothing is said. */
  ways?: { newer: string; older: string };
}

/** Ways to the other pages of a listing; nothing where there is one page only. */
export function Pagination({ path, page, pages, language, ways }: Props) {
  if (pages <= 1) return null;
  const words = wordsFor(language);
  const numberOf = (number: number | null) => {
    if (number === null) return <li className={styles.gap}>…</li>;
    const shown = number.toLocaleString(language);
    return (
      <li>
        <a
          href={pageAddress(path, number)}
          aria-label={words.page(shown)}
          aria-current={number === page ? "page" : undefined}
        >
          {shown}
        </a>
      </li>
    );
  };
  return (
    <nav className={styles.pagination} aria-label={words.pages}>
      {page > 1 && (
        <a className={styles.newer} rel="prev" href={pageAddress(path, page - 1)}>
          {ways?.newer ?? words.previous}
        </a>
      )}
      <ol>{inOrder(pageNumbers(page, pages).map(numberOf))}</ol>
      {page < pages && (
        <a className={styles.older} rel="next" href={pageAddress(path, page + 1)}>
          {ways?.older ?? words.next}
        </a>
      )}
    </nav>
  );
}
