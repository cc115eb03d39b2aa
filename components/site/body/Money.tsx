import type { Money as MoneyNode } from "#newsroom/body/body";
import { isRated } from "#newsroom/kernel/currencies";
import { formatDollars, formatMoney } from "#newsroom/rates/format";
import styles from "./Body.module.css";
import { look, type Setting } from "./setting.ts";

interface Props {
  money: MoneyNode;
  setting: Setting;
}

/** An amount, with its value in dollars at the story's rate where there is one. */
export function Money({ money: { attrs }, setting }: Props) {
  const { amount, currency } = attrs;
  const rate = isRated(currency) ? setting.rates.fixed[currency] : undefined;
  return (
    <>
      <data value={amount} className={look(setting, styles.money)}>
        {formatMoney(amount, currency, setting.language)}
      </data>
      {rate && (
        <>
          {" "}
          <span className={look(setting, styles.money)}>({formatDollars(amount, rate.dollars, setting.language)})</span>
        </>
      )}
    </>
  );
}
