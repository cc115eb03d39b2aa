"use client";
import { Check, Copy } from "lucide-react";
import { useState } from "react";
import { Button } from "#components/ui/Button";
import { Field } from "#components/ui/Field";
import { TextInput } from "#components/ui/TextInput";
import { exactly } from "../when.ts";
import styles from "./People.module.css";
import type { GivenLink } from "./people-actions.ts";

interface LinkToGiveProps {
  link: GivenLink;
  name: string;
  zone: string;
}

/** A link that nobody can be shown again: to copy now, and give to its person by a safe way. */
export function LinkToGive({ link: { url, endsAt }, name, zone }: LinkToGiveProps) {
  const [isCopied, setCopied] = useState(false);
  const copy = () =>
    navigator.clipboard.writeText(url).then(
      () => setCopied(true),
      // Without the right to the clipboard the link can still be selected by hand.
      () => setCopied(false),
    );
  return (
    <div className={styles.link}>
      <Field
        label={`Link for ${name}`}
        hint={`Works once, until ${exactly(endsAt, zone)}. It is not shown again; whoever has it can set the password.`}
      >
        {(control) => (
          <div className={styles.linkRow}>
            <TextInput
              {...control}
              className={styles.linkText}
              value={url}
              readOnly
              onFocus={(event) => event.target.select()}
            />
            <Button onClick={copy}>
              {isCopied ? <Check aria-hidden /> : <Copy aria-hidden />}
              {isCopied ? "Copied" : "Copy"}
            </Button>
          </div>
        )}
      </Field>
    </div>
  );
}
