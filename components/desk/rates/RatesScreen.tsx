import { Badge } from "#components/ui/Badge";
import type { HeldRate, SourceState } from "#newsroom/rates/queries";
import type { TickerRate } from "#newsroom/rates/schema";
import { classes } from "../../ui/classes.ts";
import { ListHead } from "../ListHead.tsx";
import list from "../ListScreen.module.css";
import { When } from "../When.tsx";
import { HeldRates, type HeldRatesActions } from "./HeldRates.client.tsx";
import styles from "./RatesScreen.module.css";

export interface RatesScreenProps {
  data: {
    current: readonly TickerRate[];
    held: readonly HeldRate[];
    sources: readonly SourceState[];
    zone: string;
    now: Date;
  };
  can: { decide: boolean };
  actions: HeldRatesActions;
}

/** What readers see in the strip, what waits for a person, and how the sources are. */
export function RatesScreen({ data: { current, held, sources, zone, now }, can, actions }: RatesScreenProps) {
  return (
    <div className={list.screen}>
      <h1 className={list.title}>Rates</h1>
      {can.decide ? (
        <section aria-labelledby="held-rates" className={styles.part}>
          <h2 id="held-rates">Waiting for a decision</h2>
          <p className={list.hint}>
            A value that moved by more than 10% is not shown before somebody has looked at it.
          </p>
          <HeldRates data={{ held, zone, now }} actions={actions} />
        </section>
      ) : null}
      <section aria-labelledby="current-rates" className={styles.part}>
        <h2 id="current-rates">What readers see</h2>
        {current.length > 0 ? <CurrentRates rates={current} /> : <p>No rate has been accepted yet.</p>}
      </section>
      <section aria-labelledby="rate-sources" className={styles.part}>
        <h2 id="rate-sources">Sources</h2>
        <Sources sources={sources} zone={zone} now={now} />
      </section>
    </div>
  );
}

const CurrentRates = ({ rates }: { rates: readonly TickerRate[] }) => (
  <table className={classes(list.table, styles.rates)}>
    <ListHead columns={["Pair", "Value", "Change", "Date", { name: "Source", is: "wide" }]} />
    <tbody>
      {rates.map(({ pair, value, change, effectiveDate, stale, source }) => (
        <tr key={pair}>
          <th scope="row">{pair}</th>
          <td>{value}</td>
          <td>{change ?? "none yet"}</td>
          <td>
            <span className={styles.date}>{effectiveDate}</span> {stale ? <Badge tone="warning">Stale</Badge> : null}
          </td>
          <td className={list.wide}>{source}</td>
        </tr>
      ))}
    </tbody>
  </table>
);

const Sources = ({ sources, zone, now }: { sources: readonly SourceState[]; zone: string; now: Date }) => (
  <table className={classes(list.table, styles.rates)}>
    <ListHead columns={["Source", "Asked", "Last good answer", "Problem"]} />
    <tbody>
      {sources.map(({ source, askedAt, succeededAt, failure }) => (
        <tr key={source}>
          <th scope="row">{source}</th>
          <td>{askedAt ? <When at={askedAt} now={now} zone={zone} /> : "not yet"}</td>
          <td>{succeededAt ? <When at={succeededAt} now={now} zone={zone} /> : "none yet"}</td>
          <td>{failure ?? "none"}</td>
        </tr>
      ))}
    </tbody>
  </table>
);
