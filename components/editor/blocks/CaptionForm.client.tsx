"use client";
import { useState } from "react";
import { Field } from "#components/ui/Field";
import { TextInput } from "#components/ui/TextInput";
import { BlockForm, type BlockFormProps } from "./BlockForm.client.tsx";

export function CaptionForm({ before, onTyped, onDone }: BlockFormProps<string, { caption: string | null }>) {
  const [caption, setCaption] = useState(before);

  function send() {
    onDone({ caption: caption.trim() || null });
  }

  return (
    <BlockForm isNew={false} onTyped={onTyped} onSend={send}>
      <Field label="Caption" hint="What the table shows; those who listen to the page hear it first.">
        {(control) => (
          <TextInput
            {...control}
            value={caption}
            maxLength={300}
            onChange={(event) => setCaption(event.target.value)}
          />
        )}
      </Field>
    </BlockForm>
  );
}
