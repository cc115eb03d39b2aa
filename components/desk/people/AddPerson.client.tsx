"use client";
import { Plus } from "lucide-react";
import { useRouter } from "next/navigation";
import { type FormEvent, useId, useRef, useState } from "react";
import { uuidv7 } from "uuidv7";
import { Button } from "#components/ui/Button";
import { Dialog } from "#components/ui/Dialog.client";
import { Field } from "#components/ui/Field";
import { StatusLine } from "#components/ui/StatusLine";
import { TextInput } from "#components/ui/TextInput";
import type { Role } from "#newsroom/kernel/actor";
import { PasswordLink } from "./PasswordLink.tsx";
import styles from "./People.module.css";
import type { GivenLink, PeopleActions } from "./people-actions.ts";
import { RoleChoice } from "./RoleChoice.tsx";
import { useAsking } from "./use-asking.client.ts";

interface AddPersonProps {
  zone: string;
  actions: Pick<PeopleActions, "add">;
}

const nobody = { name: "", email: "" };

/** Who, and as what; then the link to give them. */
export function AddPerson({ zone, actions }: AddPersonProps) {
  const [isOpen, setOpen] = useState(false);
  const [person, setPerson] = useState(nobody);
  const [role, setRole] = useState<Role>("author");
  const [link, setLink] = useState<GivenLink | null>(null);
  const { ask, isAsking, refusal, issueAt, forget } = useAsking();
  const nameField = useRef<HTMLInputElement>(null);
  const router = useRouter();
  const form = useId();

  const turn = (open: boolean) => {
    setOpen(open);
    if (open) return;
    forget();
    // What was typed stays for another try, unless it was done.
    if (link) setPerson(nobody);
    setLink(null);
  };

  const add = (event: FormEvent) => {
    event.preventDefault();
    if (isAsking) return;
    ask(
      () => actions.add({ id: uuidv7(), ...person, role }),
      (made) => {
        setLink(made);
        router.refresh();
      },
    );
  };

  const isElsewhere = refusal !== null && !issueAt("name") && !issueAt("email");
  return (
    <Dialog
      title={link ? `${person.name} was added` : "Add someone"}
      description={link ? "Give them this link, so that they can set a password." : undefined}
      trigger={
        <Button tone="primary">
          <Plus aria-hidden />
          Add someone
        </Button>
      }
      open={isOpen}
      onOpenChange={turn}
      initialFocus={nameField}
      footer={
        link ? (
          <Button tone="primary" onClick={() => turn(false)}>
            Done
          </Button>
        ) : (
          <>
            <Button onClick={() => turn(false)}>Cancel</Button>
            <Button type="submit" form={form} tone="primary" busy={isAsking}>
              {isAsking ? "Adding…" : "Add"}
            </Button>
          </>
        )
      }
    >
      {link ? (
        <PasswordLink link={link} name={person.name} zone={zone} />
      ) : (
        <form id={form} onSubmit={add} className={styles.form} noValidate>
          <Field label="Name" error={issueAt("name")}>
            {(control) => (
              <TextInput
                {...control}
                ref={nameField}
                value={person.name}
                onChange={(event) => setPerson({ ...person, name: event.target.value })}
                autoComplete="off"
              />
            )}
          </Field>
          <Field label="Email" error={issueAt("email")}>
            {(control) => (
              <TextInput
                {...control}
                type="email"
                value={person.email}
                onChange={(event) => setPerson({ ...person, email: event.target.value })}
                autoComplete="off"
                autoCapitalize="none"
                spellCheck={false}
              />
            )}
          </Field>
          <RoleChoice value={role} onChange={setRole} />
          <StatusLine tone="danger">{isElsewhere ? refusal.message : null}</StatusLine>
        </form>
      )}
    </Dialog>
  );
}
