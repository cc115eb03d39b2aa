import { Decimal } from "decimal.js";
import type { RateBox as RateBoxNode } from "#newsroom/body/body";
import { formatValue } from "#newsroom/rates/format";
import { type FixedRate, pairOf, type TickerRate } from "#newsroom/rates/schema";
import { arrowOf, datedLine } from "../currency-ticker/rate.ts";
import { longDay, shortDay } from "../dates.ts";
import styles from "./RateBox.module.css";
import { look, type Setting } from "./setting.ts";

interface Props {
  box: RateBoxNode;
  setting: Setting;
}

/** The rate of one currency: as it was on the publishing day, or as the strip has it. */
export function RateBox({ box: { attrs }, setting }: Props) {
  const { currency, mode } = attrs;
  const pair = pairOf(currency);
  const live = mode === "live" && setting.rates.live.find((rate) => rate.pair === pair);
  if (live) return <LiveRate rate={live} setting={setting} />;
  return <Rate pair={pair} fixed={mode === "frozen" ? setting.rates.fixed[currency] : undefined} setting={setting} />;
}

/** The strip's island keeps these parts fresh, as its own. */
function LiveRate({ rate, setting }: { rate: TickerRate; setting: Setting }) {
  const { pair, value, change, direction, stale, effectiveDate } = rate;
  const day = datedLine(setting.words.rates, stale, shortDay(effectiveDate, setting.furniture.lang));
  if (setting.medium === "feed")
    return (
      <p>
        {pair} {value} ({day})
      </p>
    );
  return (
    <p className={styles.box} data-pair={pair} data-direction={direction ?? "none"} {...setting.furniture}>
      <span className={styles.pair}>{pair}</span>{" "}
      <span className={styles.value} data-part="value">
        {value}
      </span>{" "}
      <span className={styles.change}>
        <span aria-hidden="true" data-part="arrow">
          {arrowOf(direction)}
        </span>{" "}
        <span data-part="change">{change}</span>
      </span>{" "}
      <span className={styles.date} data-part="date">
        {day}
      </span>
    </p>
  );
}

function Rate({ pair, fixed, setting }: { pair: string; fixed: FixedRate | undefined; setting: Setting }) {
  const { words, furniture } = setting;
  return (
    <p className={look(setting, styles.box)} {...(setting.medium === "page" && furniture)}>
      <span className={look(setting, styles.pair)}>{pair}</span>{" "}
      {fixed && <span className={look(setting, styles.value)}>{formatValue(new Decimal(fixed.dollars))}</span>}{" "}
      <span className={look(setting, styles.date)}>
        {fixed
          ? words.rates.asOf.replace("{date}", longDay(fixed.effectiveDate, furniture.lang))
          : words.body.rateMissing}
      </span>
    </p>
  );
}
