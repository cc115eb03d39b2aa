"use client";
import { useState } from "react";
import { Field } from "#components/ui/Field";
import { Select } from "#components/ui/Select";
import { TextInput } from "#components/ui/TextInput";
import type { Money } from "#newsroom/body/body";
import { MoneyAttrs } from "#newsroom/body/nodes/money";
import { isRated } from "#newsroom/kernel/currencies";
import styles from "./BlockDialog.module.css";
import { BlockForm, type BlockFormProps } from "./BlockForm.client.tsx";
import { currencyOptions, typedMoney } from "./typed-money.ts";

export function MoneyForm({ before, onTyped, onDone }: BlockFormProps<Money["attrs"] | null, Money["attrs"]>) {
  const [typed, setTyped] = useState(before?.amount ?? "");
  const [currency, setCurrency] = useState<string>(before?.currency ?? "KGS");
  const [error, setError] = useState<string | null>(null);

  function send() {
    const attrs = MoneyAttrs.safeParse({ amount: typedMoney(typed)?.amount, currency });
    if (attrs.success) onDone(attrs.data);
    else setError("Please write the amount in figures, such as 1,250.50 or 5 million.");
  }

  return (
    <BlockForm isNew={before === null} onTyped={onTyped} onSend={send}>
      <div className={styles.pair}>
        <Field label="Amount" error={error}>
          {(control) => (
            <TextInput
              {...control}
              value={typed}
              onChange={(event) => {
                setTyped(event.target.value);
                setCurrency(typedMoney(event.target.value)?.currency ?? currency);
                setError(null);
              }}
              inputMode="decimal"
              autoComplete="off"
            />
          )}
        </Field>
        <Field label="Currency">
          {(control) => (
            <Select
              {...control}
              value={currency}
              options={currencyOptions()}
              onChange={(event) => setCurrency(event.target.value)}
            />
          )}
        </Field>
      </div>
      <p>
        {isRated(currency)
          ? "Readers see the value in US dollars beside it, at the rate of the day of publication."
          : "Readers see it as it stands."}
      </p>
    </BlockForm>
  );
}
