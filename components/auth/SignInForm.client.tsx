"use client";
import { useActionState } from "react";
import { Button } from "#components/ui/Button";
import { Field } from "#components/ui/Field";
import { StatusLine } from "#components/ui/StatusLine";
import { TextInput } from "#components/ui/TextInput";
import styles from "./Form.module.css";

/** What stands in the form after a try. Never the password. */
export interface SignInState {
  email: string;
  message: string | null;
  tries: number;
}

interface SignInFormProps {
  data: { next: string; start: SignInState; notice: string | null };
  actions: { signIn: (state: SignInState, form: FormData) => Promise<SignInState> };
}

/** Works before its script comes: the browser posts it to the page itself. */
export function SignInForm({ data: { next, start, notice }, actions }: SignInFormProps) {
  const [{ email, message, tries }, action, isPending] = useActionState(actions.signIn, start);
  return (
    <form action={action} className={styles.form}>
      <h1 className={styles.title}>Sign in to the desk</h1>
      {notice && !message ? (
        <StatusLine tone="good" bar>
          {notice}
        </StatusLine>
      ) : null}
      <p role="alert" className={styles.error}>
        {isPending ? null : message}
      </p>
      <input type="hidden" name="next" value={next} />
      <Field label="Email">
        {(control) => (
          <TextInput
            {...control}
            key={email}
            type="email"
            name="email"
            defaultValue={email}
            autoComplete="username"
            autoCapitalize="none"
            spellCheck={false}
            required
            autoFocus={tries === 0}
          />
        )}
      </Field>
      <Field label="Password">
        {(control) => (
          <TextInput
            {...control}
            key={tries}
            type="password"
            name="password"
            autoComplete="current-password"
            required
            autoFocus={tries > 0}
          />
        )}
      </Field>
      <Button type="submit" tone="primary" busy={isPending} className={styles.submit}>
        Sign in
      </Button>
    </form>
  );
}
