"use client";
import { type FormEvent, useState } from "react";
import { Button } from "#components/ui/Button";
import { Dialog } from "#components/ui/Dialog.client";
import { Field } from "#components/ui/Field";
import { StatusLine } from "#components/ui/StatusLine";
import { TextInput } from "#components/ui/TextInput";
import { signInAgain } from "./sign-in-again.ts";

interface SignInAgainProps {
  me: { id: string; name: string };
  /** The person whose text this is is signed in again. */
  onBack: () => void;
  onClose: () => void;
}

/** Over the editor, so that nothing is left: the text stays where it is while its writer signs in again. */
export function SignInAgain({ me, onBack, onClose }: SignInAgainProps) {
  const [isBusy, setBusy] = useState(false);
  const [error, setError] = useState<string | null>(null);

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    setBusy(true);
    setError(null);
    const answer = await signInAgain(String(form.get("email")), String(form.get("password")));
    setBusy(false);
    if (!answer.ok) return setError(answer.message);
    if (answer.person.id === me.id) return onBack();
    setError(
      `You are signed in as ${answer.person.name} now. What ${me.name} typed here stays in this browser for ${me.name} and is sent to nobody else. Reload the page to go on as ${answer.person.name}.`,
    );
  }

  return (
    <Dialog
      title="Sign in again"
      description={`Your text stays where it is. Signed in as ${me.name} before.`}
      open
      onOpenChange={(open) => (open ? undefined : onClose())}
      footer={
        <>
          <Button onClick={onClose}>Later</Button>
          <Button tone="primary" type="submit" form="sign-in-again" busy={isBusy}>
            Sign in
          </Button>
        </>
      }
    >
      <form id="sign-in-again" onSubmit={submit}>
        <Field label="Email">
          {(control) => <TextInput {...control} name="email" type="email" autoComplete="username" required autoFocus />}
        </Field>
        <Field label="Password">
          {(control) => (
            <TextInput {...control} name="password" type="password" autoComplete="current-password" required />
          )}
        </Field>
      </form>
      <StatusLine tone="danger">{error}</StatusLine>
    </Dialog>
  );
}
