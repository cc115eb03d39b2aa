"use client";
import type { ComponentProps } from "react";
import { Field } from "#components/ui/Field";
import { TextInput } from "#components/ui/TextInput";
import { classes } from "../ui/classes.ts";
import styles from "./UnsentField.module.css";
import { UnsentNotice } from "./UnsentNotice.client.tsx";
import type { Unsent } from "./useUnsent.ts";

interface UnsentFieldProps
  extends Pick<ComponentProps<typeof Field>, "label" | "hint" | "error" | "hideLabel" | "className">,
    Pick<ComponentProps<typeof TextInput>, "maxLength" | "placeholder" | "autoCapitalize" | "spellCheck"> {
  of: Unsent;
  value: string;
  onType: (value: string) => void;
}

/** One line that somebody has to think of, such as a name; it stays as what is typed into longer forms does. */
export const UnsentField = ({
  of: unsent,
  value,
  onType,
  label,
  hint,
  error = null,
  hideLabel = false,
  className,
  ...input
}: UnsentFieldProps) => (
  <div className={classes(styles.field, className)}>
    <Field label={label} hint={hint} error={error} hideLabel={hideLabel}>
      {(control) => <TextInput {...input} {...control} value={value} onChange={({ target }) => onType(target.value)} />}
    </Field>
    <UnsentNotice of={unsent} />
  </div>
);
