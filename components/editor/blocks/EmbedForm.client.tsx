"use client";
import { useState } from "react";
import { Field } from "#components/ui/Field";
import { TextInput } from "#components/ui/TextInput";
import type { Embed } from "#newsroom/body/body";
import { embedIn } from "#newsroom/body/embeds/embeds";
import { embeddable, embedRefusal } from "#newsroom/body/embeds/refusal";
import { BlockForm, type BlockFormProps } from "./BlockForm.client.tsx";

/** An address and what readers are told that stands there. */
export function EmbedForm({ before, onTyped, onDone }: BlockFormProps<Embed["attrs"] | null, Embed["attrs"]>) {
  const [typed, setTyped] = useState(before?.url ?? "");
  const [title, setTitle] = useState(before?.title ?? "");
  const [error, setError] = useState<string | null>(null);
  const found = embedIn(typed);

  function send() {
    if (!found) return setError(embedRefusal(typed));
    onDone({ url: found.url, title: title.trim() });
  }

  return (
    <BlockForm isNew={before === null} onTyped={onTyped} onSend={send}>
      <Field label="Address" error={error} hint={found ? `${found.provider.label}: ${found.url}` : embeddable}>
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
