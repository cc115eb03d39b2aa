"use client";
import { useState } from "react";
import { Field } from "#components/ui/Field";
import { TextInput } from "#components/ui/TextInput";
import type { Embed } from "#newsroom/body/body";
import { embedOf, embedProviders } from "#newsroom/body/embeds";
import { BlockForm, type BlockFormProps } from "./BlockForm.client.tsx";

const names = new Intl.ListFormat("en", { type: "disjunction" }).format(embedProviders.map(({ label }) => label));

/** An address and what readers are told that stands there. */
export function EmbedForm({ before, onTyped, onDone }: BlockFormProps<Embed["attrs"] | null, Embed["attrs"]>) {
  const [typed, setTyped] = useState(before?.url ?? "");
  const [title, setTitle] = useState(before?.title ?? "");
  const [error, setError] = useState<string | null>(null);
  const found = embedOf(typed);

  function send() {
    if (!found)
      return setError(
        `This address cannot be embedded. Paste the address of one video, post or map on ${names}, as the browser shows it.`,
      );
    onDone({ url: found.url, title: title.trim() });
  }

  return (
    <BlockForm isNew={before === null} onTyped={onTyped} onSend={send}>
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
    </BlockForm>
  );
}
