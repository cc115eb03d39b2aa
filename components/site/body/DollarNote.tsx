import { Decimal } from "decimal.js";
import type { Body } from "#newsroom/body/body";
import { currenciesOf } from "#newsroom/body/currencies";
import { formatValue } from "#newsroom/rates/format";
import { longDay } from "../dates.ts";
import { inOrder } from "../in-order.ts";
import styles from "./Body.module.css";
import { look, type Setting } from "./setting.ts";

interface Props {
  body: Body;
  setting: Setting;
}

/** Says once, under the text, of which day the dollars in it are and how they were reckoned. */
export function DollarNote({ body, setting }: Props) {
  const { rates } = setting;
  const byDay = new Map<string, string[]>();
  for (const currency of currenciesOf(body).money) {
    const rate = rates.fixed[currency];
    if (!rate) continue;
    const value = `1 ${currency} = $${formatValue(new Decimal(rate.dollars))}`;
    byDay.set(rate.effectiveDate, [...(byDay.get(rate.effectiveDate) ?? []), value]);
  }
  return inOrder([...byDay].map(([day, values]) => noteOf(day, values, setting)));
}

const noteOf = (day: string, values: string[], setting: Setting) => (
  <p className={look(setting, styles.note)} {...(setting.medium === "page" && setting.furniture)}>
    {setting.words.body.dollarNote(longDay(day, setting.furniture.lang), values.join(", "))}
  </p>
);
