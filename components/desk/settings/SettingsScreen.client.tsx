"use client";
import { useRouter } from "next/navigation";
import { type FormEvent, useState } from "react";
import { Button } from "#components/ui/Button";
import { Checkbox } from "#components/ui/Checkbox";
import { Field } from "#components/ui/Field";
import { StatusLine } from "#components/ui/StatusLine";
import { TextInput } from "#components/ui/TextInput";
import type { Answer } from "#newsroom/kernel/answer";
import type { NewsroomSettings } from "#newsroom/settings/schema";
import { useAsking } from "../people/use-asking.client.ts";
import styles from "./SettingsScreen.module.css";
import { UnsavedQuestion } from "./UnsavedQuestion.client.tsx";

type Changes = Partial<
  Pick<NewsroomSettings, "name" | "zone" | "languages" | "authorsPublishOwn" | "undoWindowSeconds" | "updatesArePublic">
>;

interface SettingsScreenProps {
  data: { settings: NewsroomSettings; zones: readonly string[] };
  actions: { changeSettings: (input: { version: number; changes: Changes }) => Promise<Answer<unknown>> };
}

/** What the newsroom is called, when it is there, in which languages it writes, and who publishes. Give it the version as `key`. */
export function SettingsScreen({ data: { settings, zones }, actions }: SettingsScreenProps) {
  const begun = {
    ...settings,
    languages: settings.languages.join(", "),
    undoWindow: String(settings.undoWindowSeconds),
  };
  const [wanted, setWanted] = useState(begun);
  const [isSaved, setSaved] = useState(false);
  const { ask, isAsking, refusal, issueAt } = useAsking();
  const router = useRouter();
  const set = (changes: Partial<typeof wanted>) => {
    setSaved(false);
    setWanted({ ...wanted, ...changes });
  };

  function save(event: FormEvent) {
    event.preventDefault();
    const { name, zone, authorsPublishOwn, updatesArePublic } = wanted;
    const undoWindowSeconds = wanted.undoWindow.trim() === "" ? Number.NaN : Number(wanted.undoWindow);
    const languages = wanted.languages.split(/[\s,]+/).filter(Boolean);
    ask(
      () =>
        actions.changeSettings({
          version: settings.version,
          changes: { name, zone, languages, authorsPublishOwn, undoWindowSeconds, updatesArePublic },
        }),
      () => {
        setSaved(true);
        router.refresh();
      },
    );
  }

  const atField = refusal?.issues.some(({ path }) => path.startsWith("changes.")) ?? false;
  const languageIssue = refusal?.issues.find(({ path }) => path.startsWith("changes.languages"))?.message ?? null;
  return (
    <form className={styles.screen} onSubmit={save} noValidate>
      <UnsavedQuestion isUnsaved={!isSaved && JSON.stringify(wanted) !== JSON.stringify(begun)} />
      <h1 className={styles.title}>Settings</h1>
      <a href="/desk/settings/workflow" className={styles.more}>
        Stages and desks
      </a>
      <Field label="Name of the newsroom" hint="Stands on every page" error={issueAt("changes.name")}>
        {(control) => (
          <TextInput {...control} value={wanted.name} onChange={({ target }) => set({ name: target.value })} />
        )}
      </Field>
      <Field
        label="Time zone"
        hint="Dates and plans are shown in it; no instant changes"
        error={issueAt("changes.zone")}
      >
        {(control) => (
          <>
            <TextInput
              {...control}
              list="zones"
              spellCheck={false}
              value={wanted.zone}
              onChange={({ target }) => set({ zone: target.value })}
            />
            <datalist id="zones">
              {zones.map((zone) => (
                <option key={zone} value={zone} />
              ))}
            </datalist>
          </>
        )}
      </Field>
      <Field
        label="Languages"
        hint={`Tags such as ky, ru, uz-Cyrl; ${settings.language} is the newsroom's own and stays`}
        error={languageIssue}
      >
        {(control) => (
          <TextInput
            {...control}
            autoCapitalize="none"
            spellCheck={false}
            value={wanted.languages}
            onChange={({ target }) => set({ languages: target.value })}
          />
        )}
      </Field>
      <Checkbox
        label="Authors publish their own stories"
        hint="And update and unpublish them. Without this an editor does."
        checked={wanted.authorsPublishOwn}
        onChange={({ target }) => set({ authorsPublishOwn: target.checked })}
      />
      <Field
        label="Seconds to undo Publish"
        hint="So long readers wait after Publish and Update at the desk; 0 switches it off. Unpublish and kill never wait."
        error={issueAt("changes.undoWindowSeconds")}
      >
        {(control) => (
          <TextInput
            {...control}
            inputMode="numeric"
            value={wanted.undoWindow}
            onChange={({ target }) => set({ undoWindow: target.value })}
          />
        )}
      </Field>
      <Checkbox
        label="Readers see what updates changed"
        hint="In the log under the story. The publisher can say otherwise each time; corrections are shown anyway."
        checked={wanted.updatesArePublic}
        onChange={({ target }) => set({ updatesArePublic: target.checked })}
      />
      <div className={styles.end}>
        <Button type="submit" tone="primary" busy={isAsking}>
          {isAsking ? "Saving…" : "Save"}
        </Button>
        <StatusLine tone={isSaved ? "good" : "danger"}>
          {isSaved ? "Saved" : refusal && !atField ? refusal.message : null}
        </StatusLine>
      </div>
    </form>
  );
}
