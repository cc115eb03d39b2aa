"use client";
import { useRouter } from "next/navigation";
import { type FormEvent, useState } from "react";
import { uuidv7 } from "uuidv7";
import { Button } from "#components/ui/Button";
import { Field } from "#components/ui/Field";
import { StatusLine } from "#components/ui/StatusLine";
import { TextInput } from "#components/ui/TextInput";
import { toast } from "../../ui/toast-manager.ts";
import { useAsking } from "../people/use-asking.client.ts";
import styles from "./Redirects.module.css";
import type { RedirectActions } from "./redirect-actions.ts";

/** One more way from an address at which nothing is. */
export function AddRedirect({ add }: { add: RedirectActions["addRedirect"] }) {
  const [from, setFrom] = useState("");
  const [to, setTo] = useState("");
  const { ask, isAsking, refusal, issueAt } = useAsking();
  const router = useRouter();

  function submit(event: FormEvent) {
    event.preventDefault();
    ask(
      () => add({ id: uuidv7(), from, to }),
      (made) => {
        setFrom("");
        setTo("");
        toast({ tone: "good", title: "The redirect is made", description: made.from });
        router.refresh();
      },
    );
  }

  const isAtField = issueAt("from") !== null || issueAt("to") !== null;
  return (
    <form className={styles.add} onSubmit={submit} noValidate>
      <Field label="From" hint="A path of this site where nothing is: /about-us" error={issueAt("from")}>
        {(control) => (
          <TextInput
            {...control}
            autoCapitalize="none"
            spellCheck={false}
            value={from}
            onChange={({ target }) => setFrom(target.value)}
          />
        )}
      </Field>
      <Field label="To" hint="A page of this site, or https://…" error={issueAt("to")}>
        {(control) => (
          <TextInput
            {...control}
            autoCapitalize="none"
            spellCheck={false}
            value={to}
            onChange={({ target }) => setTo(target.value)}
          />
        )}
      </Field>
      <Button type="submit" tone="primary" busy={isAsking} className={styles.go}>
        Add
      </Button>
      <StatusLine tone="danger">{refusal && !isAtField ? refusal.message : null}</StatusLine>
    </form>
  );
}
