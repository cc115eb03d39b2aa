"use client";
import { useId, useState } from "react";
import { Field } from "#components/ui/Field";
import { Select } from "#components/ui/Select";
import type { RateBox } from "#newsroom/body/body";
import { RateBoxAttrs } from "#newsroom/body/nodes/rate-box";
import { stripCurrencies } from "#newsroom/kernel/currencies";
import styles from "./BlockDialog.module.css";
import { BlockForm, type BlockFormProps } from "./BlockForm.client.tsx";
import { currencyOptions } from "./typed-money.ts";

const modes = [
  { mode: "frozen", label: "As on the day of publication" },
  { mode: "live", label: "Always the newest, as in the strip" },
] as const;

export function RateBoxForm({ before, onTyped, onDone }: BlockFormProps<RateBox["attrs"] | null, RateBox["attrs"]>) {
  const [attrs, setAttrs] = useState<RateBox["attrs"]>(before ?? { currency: stripCurrencies[0], mode: "frozen" });
  const group = useId();

  function send() {
    onDone(attrs);
  }

  return (
    <BlockForm isNew={before === null} onTyped={onTyped} onSend={send}>
      <Field label="Currency, in US dollars">
        {(control) => (
          <Select
            {...control}
            value={attrs.currency}
            options={currencyOptions(stripCurrencies)}
            onChange={({ target }) => {
              const next = RateBoxAttrs.safeParse({ ...attrs, currency: target.value });
              if (next.success) setAttrs(next.data);
            }}
          />
        )}
      </Field>
      <fieldset className={styles.modes}>
        <legend>Value</legend>
        {modes.map(({ mode, label }) => (
          <label key={mode} className={styles.mode}>
            <input
              type="radio"
              name={group}
              checked={attrs.mode === mode}
              onChange={() => setAttrs({ ...attrs, mode })}
            />
            {label}
          </label>
        ))}
      </fieldset>
    </BlockForm>
  );
}
