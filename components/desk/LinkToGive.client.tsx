"use client";
import { Check, Copy } from "lucide-react";
import { useState } from "react";
import { Button } from "#components/ui/Button";
import { Field } from "#components/ui/Field";
import { TextInput } from "#components/ui/TextInput";
import styles from "./LinkToGive.module.css";

interface LinkToGiveProps {
  url: string;
  /** Whom it is for. */
  name: string;
  /** For how long: "Works until Monday, 18:00". */
  works: string;
  /** What one can do with it. */
  opens: string;
}

/** A link that nobody can be shown again: to copy now, and give to its person by a safe way. */
export function LinkToGive({ url, name, works, opens }: LinkToGiveProps) {
  const [isCopied, setCopied] = useState(false);
  const copy = () =>
    navigator.clipboard.writeText(url).then(
      () => setCopied(true),
      // Without the right to the clipboard the link can still be selected by hand.
      () => setCopied(false),
    );
  return (
    <Field label={`Link for ${name}`} hint={`${works}. It is not shown again; whoever has it can ${opens}.`}>
      {(control) => (
        <div className={styles.row}>
          <TextInput
            {...control}
            className={styles.url}
            value={url}
            readOnly
            onFocus={({ target }) => target.select()}
          />
          <Button onClick={copy}>
            {isCopied ? <Check aria-hidden /> : <Copy aria-hidden />}
            {isCopied ? "Copied" : "Copy"}
          </Button>
        </div>
      )}
    </Field>
  );
}
