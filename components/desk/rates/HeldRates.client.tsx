"use client";
import { useRouter } from "next/navigation";
import { useState, useTransition } from "react";
import { Button } from "#components/ui/Button";
import { StatusLine } from "#components/ui/StatusLine";
import type { Answer } from "#newsroom/kernel/answer";
import type { HeldRate } from "#newsroom/rates/queries";
import { classes } from "../../ui/classes.ts";
import { ListHead } from "../ListHead.tsx";
import list from "../ListScreen.module.css";
import { When } from "../When.tsx";
import styles from "./RatesScreen.module.css";

type Decide = (input: { rateId: string }) => Promise<Answer<unknown>>;

export interface HeldRatesActions {
  acceptRate: Decide;
  refuseRate: Decide;
}

interface HeldRatesProps {
  data: { held: readonly HeldRate[]; zone: string; now: Date };
  actions: HeldRatesActions;
}

/** Jumps beside the values that hold meanwhile, each to be accepted or refused. */
export function HeldRates({ data: { held, zone, now }, actions }: HeldRatesProps) {
  const [said, setSaid] = useState<{ tone: "good" | "danger"; words: string } | null>(null);
  const [isDeciding, startDeciding] = useTransition();
  const router = useRouter();

  const decide = (decision: Decide, rateId: string, done: string) =>
    startDeciding(async () => {
      const answer = await decision({ rateId }).catch(() => null);
      if (answer?.ok) setSaid({ tone: "good", words: done });
      else setSaid({ tone: "danger", words: answer?.message ?? "The newsroom did not answer. Please try again." });
      router.refresh();
    });

  return (
    <>
      <StatusLine tone={said?.tone ?? "plain"}>{said?.words}</StatusLine>
      {held.length === 0 ? (
        <p>Nothing waits.</p>
      ) : (
        <table className={classes(list.table, styles.rates)}>
          <ListHead columns={["Pair", "New value", "Readers see", { name: "Source", is: "wide" }, "Decision"]} />
          <tbody>
            {held.map(({ id, pair, value, effectiveDate, holds, source, fetchedAt }) => (
              <tr key={id}>
                <th scope="row">{pair}</th>
                <td>
                  {value} {holds ? <strong>{holds.change}</strong> : null}{" "}
                  <span className={styles.date}>of {effectiveDate}</span>
                </td>
                <td>
                  {holds?.value}{" "}
                  <span className={styles.date}>{holds ? `of ${holds.effectiveDate}` : "nothing yet"}</span>
                </td>
                <td className={list.wide}>
                  {source}, <When at={fetchedAt} now={now} zone={zone} />
                </td>
                <td className={styles.decision}>
                  <Button
                    size="small"
                    busy={isDeciding}
                    aria-label={`Accept ${pair} ${value}`}
                    onClick={() => decide(actions.acceptRate, id, `${pair} ${value} is accepted.`)}
                  >
                    Accept
                  </Button>
                  <Button
                    size="small"
                    tone="danger"
                    busy={isDeciding}
                    aria-label={`Refuse ${pair} ${value}`}
                    onClick={() => decide(actions.refuseRate, id, `${pair} ${value} is refused.`)}
                  >
                    Refuse
                  </Button>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </>
  );
}
