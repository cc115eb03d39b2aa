"use client";
import { type FormEvent, useState } from "react";
import { Field } from "#components/ui/Field";
import { TextInput } from "#components/ui/TextInput";
import type { Embed } from "#newsroom/body/body";
import { embedOf, embedProviders } from "#newsroom/body/embeds";
import styles from "./BlockDialog.module.css";
import { FormFoot } from "./FormFoot.tsx";

interface EmbedFormProps {
  before: Embed["attrs"] | null;
  onDone: (attrs: Embed["attrs"]) => void;
}

const names = new Intl.ListFormat("en", { type: "disjunction" }).format(embedProviders.map(({ label }) => label));

/** An address and what readers are told that stands there. */
export function EmbedForm({ before, onDone }: EmbedFormProps) {
  const [typed, setTyped] = useState(before?.url ?? "");
  const [title, setTitle] = useState(before?.title ?? "");
  const [error, setError] = useState<string | null>(null);
  const found = embedOf(typed);

  function submit(event: FormEvent) {
    event.preventDefault();
    event.stopPropagation();
    if (!found)
      return setError(
        `This address cannot be embedded. Paste the address of one video, post or map on ${names}, as the browser shows it.`,
      );
    onDone({ url: found.url, title: title.trim() });
  }

  return (
    <form className={styles.form} onSubmit={submit} noValidate>
      <Field
        label="Address"
        error={error}
        hint={found ? `${found.provider.label}: ${found.url}` : `One video, post or map on ${names}.`}
      >
        {(control) => (
          <TextInput
            {...control}
            value={typed}
            onChange={(event) => {
              setTyped(event.target.value);
              setError(null);
            }}
            inputMode="url"
            autoComplete="off"
            autoCapitalize="none"
            spellCheck={false}
          />
        )}
      </Field>
      <Field label="Title" hint="What readers see before they ask for more. It is a link that works without script.">
        {(control) => (
          <TextInput {...control} value={title} maxLength={300} onChange={(event) => setTitle(event.target.value)} />
        )}
      </Field>
      <FormFoot isNew={before === null} />
    </form>
  );
}
