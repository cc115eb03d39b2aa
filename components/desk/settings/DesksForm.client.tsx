"use client";
import { useRouter } from "next/navigation";
import { type FormEvent, useState } from "react";
import { uuidv7 } from "uuidv7";
import { AlertDialog } from "#components/ui/AlertDialog.client";
import { Button } from "#components/ui/Button";
import { Field } from "#components/ui/Field";
import { Select } from "#components/ui/Select";
import { StatusLine } from "#components/ui/StatusLine";
import type { Answer } from "#newsroom/kernel/answer";
import type { Desk } from "#newsroom/workflow/schema";
import { UnsentField } from "../../unsent/UnsentField.client.tsx";
import { useUnsent } from "../../unsent/useUnsent.ts";
import { useAsking } from "../people/use-asking.client.ts";
import styles from "./DesksForm.module.css";

export interface DesksActions {
  createDesk: (input: { id: string; name: string }) => Promise<Answer<unknown>>;
  renameDesk: (input: { deskId: string; version: number; name: string }) => Promise<Answer<unknown>>;
  removeDesk: (input: { deskId: string; version: number; successorId: string | null }) => Promise<Answer<unknown>>;
}

interface DesksFormProps {
  desks: readonly Desk[];
  actions: DesksActions;
}

export const DesksForm = ({ desks, actions }: DesksFormProps) => (
  <>
    {desks.length > 0 ? (
      <ul className={styles.list}>
        {desks.map((desk) => (
          <li key={`${desk.id} ${desk.version}`}>
            <DeskRow desk={desk} others={desks.filter(({ id }) => id !== desk.id)} actions={actions} />
          </li>
        ))}
      </ul>
    ) : null}
    <NewDesk key={desks.length} create={actions.createDesk} />
  </>
);

interface DeskRowProps {
  desk: Desk;
  others: readonly Desk[];
  actions: DesksActions;
}

function DeskRow({ desk, others, actions }: DeskRowProps) {
  const unsent = useUnsent(`desk ${desk.id}`, { name: desk.name });
  const { name } = unsent.words;
  const { ask, isAsking, refusal } = useAsking();
  const router = useRouter();
  const save = (event: FormEvent) => {
    event.preventDefault();
    ask(
      () => actions.renameDesk({ deskId: desk.id, version: desk.version, name }),
      () => {
        unsent.sent();
        router.refresh();
      },
    );
  };
  return (
    <form className={styles.row} onSubmit={save}>
      <UnsentField
        of={unsent}
        value={name}
        onType={(typed) => unsent.set({ name: typed })}
        label={`Name of ${desk.name}`}
        hideLabel
        error={refusal?.message ?? null}
      />
      <Button type="submit" size="small" busy={isAsking} disabled={name === desk.name}>
        Rename
      </Button>
      <RemoveDesk desk={desk} others={others} remove={actions.removeDesk} />
    </form>
  );
}

interface RemoveDeskProps {
  desk: Desk;
  others: readonly Desk[];
  remove: DesksActions["removeDesk"];
}

function RemoveDesk({ desk, others, remove }: RemoveDeskProps) {
  const [isOpen, setOpen] = useState(false);
  const [successorId, setSuccessorId] = useState("");
  const { ask, isAsking, refusal } = useAsking();
  const router = useRouter();
  const confirm = () =>
    ask(
      () => remove({ deskId: desk.id, version: desk.version, successorId: successorId || null }),
      () => {
        setOpen(false);
        router.refresh();
      },
    );
  return (
    <AlertDialog
      title={`Remove ${desk.name}?`}
      description="Its stories stay; they go to the desk that you choose."
      trigger={
        <Button size="small" tone="quiet" aria-label={`Remove ${desk.name}`}>
          Remove
        </Button>
      }
      open={isOpen}
      onOpenChange={setOpen}
      confirmLabel="Remove"
      tone="danger"
      busy={isAsking}
      error={refusal?.message ?? null}
      onConfirm={confirm}
    >
      <Field label="Its stories go to">
        {(control) => (
          <Select
            {...control}
            value={successorId}
            options={[{ value: "", label: "No desk" }, ...others.map(({ id, name }) => ({ value: id, label: name }))]}
            onChange={({ target }) => setSuccessorId(target.value)}
          />
        )}
      </Field>
    </AlertDialog>
  );
}

function NewDesk({ create }: { create: DesksActions["createDesk"] }) {
  const unsent = useUnsent("desk", { name: "" });
  const { name } = unsent.words;
  const { ask, isAsking, refusal, issueAt } = useAsking();
  const router = useRouter();
  const add = (event: FormEvent) => {
    event.preventDefault();
    ask(
      () => create({ id: uuidv7(), name }),
      () => {
        unsent.forget();
        router.refresh();
      },
    );
  };
  const error = issueAt("name");
  return (
    <form className={styles.row} onSubmit={add}>
      <UnsentField
        of={unsent}
        value={name}
        onType={(typed) => unsent.set({ name: typed })}
        label="New desk"
        hideLabel
        placeholder="New desk"
        error={error}
      />
      <Button type="submit" size="small" busy={isAsking}>
        Add desk
      </Button>
      <StatusLine tone="danger">{refusal && !error ? refusal.message : null}</StatusLine>
    </form>
  );
}
