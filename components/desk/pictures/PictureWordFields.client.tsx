"use client";
import { Field } from "#components/ui/Field";
import { TextArea } from "#components/ui/TextArea";
import { TextInput } from "#components/ui/TextInput";
import { pictureLimits } from "#newsroom/media/limits";
import type { PictureWords } from "#newsroom/media/schema";
import { pictureWords } from "./picture-words.ts";

interface PictureWordFieldsProps {
  words: PictureWords;
  disabled?: boolean;
  /** On the first of them, when the form opens. */
  autoFocus?: boolean;
  issueAt?: (name: keyof PictureWords) => string | null;
  onChange: (changed: Partial<PictureWords>) => void;
}

/** Alt text, caption and credit, in a form that is saved as a whole. */
export const PictureWordFields = ({ words, disabled, autoFocus = false, issueAt, onChange }: PictureWordFieldsProps) =>
  pictureWords.map(({ name, label, hint, isLong }, at) => (
    <Field key={name} label={label} hint={hint} error={issueAt?.(name)}>
      {(control) => {
        const text = {
          ...control,
          disabled,
          maxLength: pictureLimits[name],
          value: words[name],
          autoFocus: autoFocus && at === 0,
        };
        const change = ({ target }: { target: { value: string } }) => onChange({ [name]: target.value });
        return isLong ? <TextArea {...text} rows={2} onChange={change} /> : <TextInput {...text} onChange={change} />;
      }}
    </Field>
  ));
