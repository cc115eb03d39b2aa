import type { TickerRate } from "#newsroom/rates/schema";
import { shortDay } from "../dates.ts";
import { inOrder } from "../in-order.ts";
import type { Paper } from "../paper.ts";
import { wordsFor } from "../words.ts";
import styles from "./CurrencyTicker.module.css";
import { arrowOf, datedLine } from "./rate.ts";

interface Props {
  rates: TickerRate[] | null;
  paper: Pick<Paper, "language">;
}

/**
 * The strip of rates. The page carries one list, which stands still and scrolls; the island in
 * `islands/currency-ticker.ts` makes it move, brings the pause button to life and keeps the numbers fresh.
 */
export function CurrencyTicker({ rates, paper: { language } }: Props) {
  const words = wordsFor(language).rates;
  if (!rates || rates.length === 0) {
    return (
      <section className={`${styles.strip} ${styles.missing}`} aria-label={words.label}>
        <p>{words.missing}</p>
      </section>
    );
  }
  return (
    <currency-ticker
      class={styles.strip}
      data-as-of={words.asOf}
      data-not-updated-since={words.notUpdatedSince}
      data-pause={words.pause}
      data-move={words.move}
    >
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard */}
      <section className={styles.window} data-window="" tabIndex={0} aria-label={words.label}>
        <div className={styles.track} data-track="">
          <ul className={styles.list} aria-label={words.list}>
            {inOrder(rates.map((rate) => itemOf(rate, language)))}
          </ul>
        </div>
      </section>
      <button type="button" className={styles.pause} aria-label={words.pause}>
        <svg viewBox="0 0 16 16" width="16" height="16" aria-hidden="true" focusable="false">
          <path className={styles.bars} d="M4 3h3v10H4zM9 3h3v10H9z" />
          <path className={styles.triangle} d="M4 2.5v11l9-5.5z" />
        </svg>
      </button>
    </currency-ticker>
  );
}

function itemOf({ pair, value, change, direction, stale, effectiveDate }: TickerRate, language: string) {
  const words = wordsFor(language).rates;
  return (
    <li className={styles.rate} data-pair={pair} data-direction={direction ?? "none"} data-stale={stale || undefined}>
      <span className={styles.pair}>{pair}</span> <span data-part="value">{value}</span>{" "}
      <span className={styles.change}>
        <span aria-hidden="true" className={styles.arrow} data-part="arrow">
          {arrowOf(direction)}
        </span>{" "}
        <span data-part="change">{change}</span>
      </span>{" "}
      <span className={styles.date} data-part="date">
        {datedLine(words, stale, shortDay(effectiveDate, language))}
      </span>
    </li>
  );
}
