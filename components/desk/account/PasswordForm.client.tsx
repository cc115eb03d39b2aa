"use client";
import { type FormEvent, useState } from "react";
import { Button } from "#components/ui/Button";
import { Field } from "#components/ui/Field";
import { StatusLine } from "#components/ui/StatusLine";
import { TextInput } from "#components/ui/TextInput";
import type { Answer } from "#newsroom/kernel/answer";
import { useAsking } from "../people/use-asking.client.ts";
import styles from "./Account.module.css";

export interface PasswordActions {
  changePassword: (input: { current: string; password: string }) => Promise<Answer<unknown>>;
}

/** The present password, and the new one twice. It ends every session, this one too. */
export function PasswordForm({ actions }: { actions: PasswordActions }) {
  const [differs, setDiffers] = useState(false);
  const { ask, isAsking, refusal, issueAt } = useAsking();

  const change = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const typed = new FormData(event.currentTarget);
    const text = (name: string) => String(typed.get(name) ?? "");
    const isSame = text("password") === text("again");
    setDiffers(!isSame);
    if (!isSame || isAsking) return;
    ask(
      () => actions.changePassword({ current: text("current"), password: text("password") }),
      () => window.location.assign("/sign-in?set=1"),
    );
  };

  const isElsewhere = refusal !== null && !issueAt("current") && !issueAt("password");
  return (
    <form onSubmit={change} className={styles.form}>
      <Field label="Current password" error={issueAt("current")}>
        {(control) => (
          <TextInput {...control} type="password" name="current" autoComplete="current-password" required />
        )}
      </Field>
      <Field
        label="New password"
        hint="At least 12 characters. A few words that do not belong together work well."
        error={issueAt("password")}
      >
        {(control) => <TextInput {...control} type="password" name="password" autoComplete="new-password" required />}
      </Field>
      <Field label="New password again" error={differs ? "The two are not the same." : null}>
        {(control) => <TextInput {...control} type="password" name="again" autoComplete="new-password" required />}
      </Field>
      <div className={styles.end}>
        <Button type="submit" busy={isAsking}>
          {isAsking ? "Changing…" : "Change password"}
        </Button>
        <StatusLine tone="danger">{isElsewhere ? refusal.message : null}</StatusLine>
      </div>
      <p className={styles.soft}>You are signed out everywhere and sign in with the new one.</p>
    </form>
  );
}
