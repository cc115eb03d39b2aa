"use client";
import { type FormEvent, useState } from "react";
import { Field } from "#components/ui/Field";
import { TextInput } from "#components/ui/TextInput";
import styles from "./BlockDialog.module.css";
import { FormFoot } from "./FormFoot.tsx";

interface CaptionFormProps {
  before: string;
  onDone: (attrs: { caption: string | null }) => void;
}

export function CaptionForm({ before, onDone }: CaptionFormProps) {
  const [caption, setCaption] = useState(before);

  function submit(event: FormEvent) {
    event.preventDefault();
    event.stopPropagation();
    onDone({ caption: caption.trim() || null });
  }

  return (
    <form className={styles.form} onSubmit={submit}>
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
      <FormFoot isNew={false} />
    </form>
  );
}
