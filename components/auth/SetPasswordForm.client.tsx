"use client";
import { useActionState } from "react";
import { Button } from "#components/ui/Button";
import { Field } from "#components/ui/Field";
import { TextInput } from "#components/ui/TextInput";
import styles from "./Form.module.css";

export interface SetPasswordState {
  message: string | null;
  /** What is wrong at which field. */
  issues: { password?: string; again?: string };
}

interface SetPasswordFormProps {
  data: { email: string; name: string };
  actions: { setPassword: (state: SetPasswordState, form: FormData) => Promise<SetPasswordState> };
}

const start: SetPasswordState = { message: null, issues: {} };

/** Works before its script comes, like signing in. */
export function SetPasswordForm({ data: { email, name }, actions }: SetPasswordFormProps) {
  const [{ message, issues }, action, isPending] = useActionState(actions.setPassword, start);
  return (
    <form action={action} className={styles.form}>
      <h1 className={styles.title}>Choose a password</h1>
      <p className={styles.soft}>
        For {name} <span className={styles.address}>{email}</span>
      </p>
      <p role="alert" className={styles.error}>
        {isPending ? null : message}
      </p>
      {/* For password managers: whose password this is. */}
      <input type="hidden" name="username" autoComplete="username" value={email} readOnly />
      <Field
        label="New password"
        hint="At least 12 characters. A few words that do not belong together work well."
        error={isPending ? null : (issues.password ?? null)}
      >
        {(control) => (
          <TextInput {...control} type="password" name="password" autoComplete="new-password" required autoFocus />
        )}
      </Field>
      <Field label="New password again" error={isPending ? null : (issues.again ?? null)}>
        {(control) => <TextInput {...control} type="password" name="again" autoComplete="new-password" required />}
      </Field>
      <Button type="submit" tone="primary" busy={isPending} className={styles.submit}>
        Set password
      </Button>
    </form>
  );
}
