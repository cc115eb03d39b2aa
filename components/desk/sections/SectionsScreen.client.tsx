"use client";
import { useRouter } from "next/navigation";
import { type FormEvent, useState } from "react";
import { uuidv7 } from "uuidv7";
import { Button } from "#components/ui/Button";
import { StatusLine } from "#components/ui/StatusLine";
import type { Answer } from "#newsroom/kernel/answer";
import type { Section } from "#newsroom/sections/schema";
import { classes } from "../../ui/classes.ts";
import { UnsentField } from "../../unsent/UnsentField.client.tsx";
import { useUnsent } from "../../unsent/useUnsent.ts";
import { useAsking } from "../people/use-asking.client.ts";
import { SpikeDialog } from "../trash/SpikeDialog.client.tsx";
import styles from "./SectionsScreen.module.css";

interface SectionsActions {
  createSection: (input: { id: string; name: string }) => Promise<Answer<unknown>>;
  renameSection: (input: { sectionId: string; version: number; name: string }) => Promise<Answer<unknown>>;
  spikeSection: (input: { sectionId: string; version: number; reason: string }) => Promise<Answer<unknown>>;
}

interface SectionsScreenProps {
  data: { sections: readonly Section[] };
  actions: SectionsActions;
}

/** The paper's sections in the order of the menu. A section keeps its address when it is renamed. */
export const SectionsScreen = ({ data: { sections }, actions }: SectionsScreenProps) => (
  <div className={styles.screen}>
    <h1 className={styles.title}>Sections</h1>
    <ol className={styles.list}>
      {sections.map((section) => (
        <li key={`${section.id} ${section.version}`}>
          <SectionName section={section} actions={actions} />
        </li>
      ))}
    </ol>
    <NewSection key={sections.length} create={actions.createSection} />
  </div>
);

function SectionName({ section, actions }: { section: Section; actions: SectionsActions }) {
  const [isSpiking, setSpiking] = useState(false);
  const unsent = useUnsent(`section ${section.id}`, { name: section.name });
  const { name } = unsent.words;
  const { ask, isAsking, refusal } = useAsking();
  const router = useRouter();
  const save = (event: FormEvent) => {
    event.preventDefault();
    ask(
      () => actions.renameSection({ sectionId: section.id, version: section.version, name }),
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
        label={`Name of ${section.name}`}
        hideLabel
        hint={`/sections/${section.slug}`}
        error={refusal?.message ?? null}
      />
      <Button type="submit" size="small" busy={isAsking} disabled={name === section.name}>
        Rename
      </Button>
      <Button size="small" tone="quiet" aria-label={`Spike ${section.name}`} onClick={() => setSpiking(true)}>
        Spike…
      </Button>
      {isSpiking ? (
        <SpikeDialog
          what={`“${section.name}”`}
          follows="It leaves the menu at once. No story may stand in it."
          spike={(reason) => actions.spikeSection({ sectionId: section.id, version: section.version, reason })}
          onSpiked={() => {
            setSpiking(false);
            router.refresh();
          }}
          onClose={() => setSpiking(false)}
        />
      ) : null}
    </form>
  );
}

function NewSection({ create }: { create: SectionsActions["createSection"] }) {
  const unsent = useUnsent("section", { name: "" });
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
  const error = issueAt("name") ?? issueAt("slug");
  return (
    <form className={classes(styles.row, styles.new)} onSubmit={add}>
      <UnsentField
        of={unsent}
        value={name}
        onType={(typed) => unsent.set({ name: typed })}
        label="New section"
        hint="It stands in the menu at once, and its address stays"
        error={error}
      />
      <Button type="submit" tone="primary" size="small" busy={isAsking}>
        Add
      </Button>
      <StatusLine tone="danger">{refusal && !error ? refusal.message : null}</StatusLine>
    </form>
  );
}
