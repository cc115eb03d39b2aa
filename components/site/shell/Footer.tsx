import type { TickerRate } from "#newsroom/rates/schema";
import { type RateSource, sourcesOf } from "../currency-ticker/rate.ts";
import { inOrder } from "../in-order.ts";
import type { Paper } from "../paper.ts";
import { wordsFor } from "../words.ts";
import styles from "./Shell.module.css";

interface Props {
  paper: Paper;
  sections: { slug: string; name: string }[];
  rates: TickerRate[] | null;
}

export function Footer({ paper, sections, rates }: Props) {
  const words = wordsFor(paper.language);
  return (
    <footer className={styles.footer}>
      <p className={styles.sign}>{paper.name}</p>
      <ul className={styles.ways}>
        <li>
          <a href="/">{words.home}</a>
        </li>
        {sections.map(({ slug, name }) => (
          <li key={slug}>
            <a href={`/sections/${slug}`}>{name}</a>
          </li>
        ))}
        <li>
          <a href="/corrections">{words.corrections.title}</a>
        </li>
      </ul>
      {rates && rates.length > 0 && (
        <p className={styles.sources}>
          {words.rates.sources}: {inOrder(sourcesOf(rates).flatMap((source, i) => [i > 0 && "; ", sourceOf(source)]))}
        </p>
      )}
    </footer>
  );
}

const sourceOf = ({ source, sourceUrl, currencies }: RateSource) => (
  <>
    {sourceUrl ? (
      <a href={sourceUrl} rel="noopener">
        {source}
      </a>
    ) : (
      source
    )}{" "}
    ({currencies.join(", ")})
  </>
);
