import type { ReactNode } from "react";
import type { TickerRate } from "#newsroom/rates/schema";
import { CurrencyTicker } from "../currency-ticker/CurrencyTicker.tsx";
import type { Paper } from "../paper.ts";
import { wordsFor } from "../words.ts";
import { Footer } from "./Footer.tsx";
import { Masthead } from "./Masthead.tsx";
import styles from "./Shell.module.css";

interface Props {
  paper: Paper;
  sections: { slug: string; name: string }[];
  rates: TickerRate[] | null;
  children: ReactNode;
}

/** What stands around every readers' page: strip, masthead, main, foot. */
export function Shell({ paper, sections, rates, children }: Props) {
  return (
    <>
      <a href="#main" className={styles.skip}>
        {wordsFor(paper.language).skip}
      </a>
      <div className={styles.strip}>
        <CurrencyTicker rates={rates} paper={paper} />
      </div>
      <Masthead paper={paper} sections={sections} />
      <main id="main" tabIndex={-1} className={styles.main}>
        {children}
      </main>
      <Footer paper={paper} sections={sections} rates={rates} />
    </>
  );
}
