"use client";
import { useRouter } from "next/navigation";
import { type SubmitEvent, useState } from "react";
import { uuidv7 } from "uuidv7";
import { Button } from "#components/ui/Button";
import { Combobox } from "#components/ui/Combobox.client";
import { Dialog } from "#components/ui/Dialog.client";
import { Field } from "#components/ui/Field";
import { Select } from "#components/ui/Select";
import { StatusLine } from "#components/ui/StatusLine";
import { TextInput } from "#components/ui/TextInput";
import type { BulkPreview, BulkTask, BulkVerb, Selection } from "#newsroom/bulk/schema";
import type { Answer } from "#newsroom/kernel/answer";
import { UnsentNotice } from "../../unsent/UnsentNotice.client.tsx";
import { useUnsent } from "../../unsent/useUnsent.ts";
import { useAsking } from "../people/use-asking.client.ts";
import styles from "./BulkBar.module.css";
import { bulkVerbWords, previewSentences, storiesWords } from "./bulk-words.ts";
import type { Chosen } from "./selection.ts";

export interface BulkActions {
  prepareBulk(input: { id: string; task: BulkTask; selection: Selection }): Promise<Answer<BulkPreview>>;
  startBulk(input: { bulkId: string }): Promise<Answer<{ bulkId: string }>>;
  suggestTags(typed: string): Promise<Answer<{ id: string; name: string; kind: string }[]>>;
}

export interface BulkBarProps {
  data: {
    sections: readonly { id: string; name: string }[];
    stages: readonly { key: string; name: string }[];
    /** What the list shows, for “all that fit”. */
    filter: Extract<Selection, { filter: unknown }>["filter"];
  };
  actions: BulkActions;
  chosen: Chosen;
  /** Can the choice go beyond this page? */
  offersAll: boolean;
  onAll: () => void;
  onNothing: () => void;
}

const verbs: BulkVerb[] = ["move", "section", "addTag", "removeTag", "spike", "unpublish"];

/** What can be done with the chosen stories: first what would become of it, then the doing. */
export function BulkBar({ data, actions, chosen, offersAll, onAll, onNothing }: BulkBarProps) {
  const [verb, setVerb] = useState<BulkVerb>("move");
  const [chosenArgument, setArgument] = useState("");
  const unsent = useUnsent(`bulk ${verb}`, { reason: "" });
  const argument = hasReason(verb) ? unsent.words.reason : chosenArgument;
  const [preview, setPreview] = useState<BulkPreview | null>(null);
  const preparing = useAsking();
  const starting = useAsking();
  const router = useRouter();

  const prepare = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    const task = { verb, argument: argument.trim() || fallback(verb, data) } as BulkTask;
    const selection = chosen.isAll ? { filter: data.filter } : { ids: [...chosen.ids] };
    preparing.ask(() => actions.prepareBulk({ id: uuidv7(), task, selection }), setPreview);
  };
  const start = (bulkId: string) =>
    starting.ask(
      () => actions.startBulk({ bulkId }),
      () => {
        unsent.forget();
        router.push(`/desk/bulk/${bulkId}`);
      },
    );

  return (
    <form className={styles.bar} aria-label="What to do with the chosen stories" onSubmit={prepare}>
      <p className={styles.count} role="status">
        {chosen.isAll ? "All stories that fit" : `${storiesWords(chosen.ids.length)} chosen`}
      </p>
      {offersAll ? (
        <Button size="small" tone="quiet" onClick={onAll}>
          Choose all that fit
        </Button>
      ) : null}
      <Field label="Action" hideLabel className={styles.verb}>
        {(control) => (
          <Select
            {...control}
            value={verb}
            options={verbs.map((value) => ({ value, label: bulkVerbWords[value] }))}
            onChange={({ target }) => {
              setVerb(verbs.find((one) => one === target.value) ?? "move");
              setArgument("");
            }}
          />
        )}
      </Field>
      <Argument
        verb={verb}
        value={argument}
        onChange={hasReason(verb) ? (reason) => unsent.set({ reason }) : setArgument}
        sections={data.sections}
        stages={data.stages}
        suggestTags={actions.suggestTags}
        error={preparing.issueAt("task.argument") ?? preparing.issueAt("argument")}
      />
      <UnsentNotice of={unsent} />
      <Button type="submit" tone="primary" busy={preparing.isAsking}>
        Preview…
      </Button>
      <Button tone="quiet" onClick={onNothing}>
        Choose none
      </Button>
      <StatusLine tone="danger">{preparing.refusal?.message}</StatusLine>
      {preview ? (
        <Dialog
          title={bulkVerbWords[verb]}
          open
          onOpenChange={(open) => (open ? undefined : setPreview(null))}
          footer={
            <>
              <Button onClick={() => setPreview(null)}>Cancel</Button>
              {preview.change > 0 ? (
                <Button
                  tone={hasReason(verb) ? "danger" : "primary"}
                  busy={starting.isAsking}
                  onClick={() => start(preview.bulkId)}
                >
                  Change {storiesWords(preview.change)}
                </Button>
              ) : null}
            </>
          }
        >
          <ul className={styles.sentences}>
            {previewSentences(preview).map((sentence) => (
              <li key={sentence}>{sentence}</li>
            ))}
          </ul>
          {verb === "unpublish" ? (
            <p>Undo publishes again what readers have now, where nothing stands against it then.</p>
          ) : null}
          <StatusLine tone="danger">{starting.refusal?.message}</StatusLine>
        </Dialog>
      ) : null}
    </form>
  );
}

const hasReason = (verb: BulkVerb): boolean => verb === "spike" || verb === "unpublish";

const fallback = (verb: BulkVerb, { sections, stages }: BulkBarProps["data"]): string | null => {
  if (verb === "move") return stages[0]?.key ?? "";
  if (verb === "section") return sections[0]?.id ?? "";
  return verb === "unpublish" ? null : "";
};

interface ArgumentProps {
  verb: BulkVerb;
  value: string;
  onChange: (value: string) => void;
  stages: readonly { key: string; name: string }[];
  sections: readonly { id: string; name: string }[];
  suggestTags: BulkActions["suggestTags"];
  error: string | null;
}

/** What the action still needs to know. */
function Argument({ verb, value, onChange, sections, stages, suggestTags, error }: ArgumentProps) {
  const [tag, setTag] = useState<{ id: string; label: string } | null>(null);
  switch (verb) {
    case "move":
    case "section": {
      const options =
        verb === "move"
          ? stages.map(({ key, name }) => ({ value: key, label: name }))
          : sections.map(({ id, name }) => ({ value: id, label: name }));
      return (
        <Field label={verb === "move" ? "Stage" : "Section"} hideLabel error={error} className={styles.argument}>
          {(control) => (
            <Select
              {...control}
              key={verb}
              value={value}
              options={options}
              onChange={({ target }) => onChange(target.value)}
            />
          )}
        </Field>
      );
    }
    case "addTag":
    case "removeTag":
      return (
        <Field label="Tag" hideLabel error={error} className={styles.argument}>
          {(control) => (
            <Combobox
              {...control}
              noun="tags"
              placeholder="Which tag?"
              value={tag && value === tag.id ? [tag] : []}
              suggest={async (typed) => {
                const answer = await suggestTags(typed);
                return answer.ok ? answer.value.map(({ id, name, kind }) => ({ id, label: name, hint: kind })) : [];
              }}
              onChange={(options) => {
                const last = options.at(-1) ?? null;
                setTag(last);
                onChange(last?.id ?? "");
              }}
            />
          )}
        </Field>
      );
    case "spike":
    case "unpublish":
      return (
        <Field label="Reason" hideLabel error={error} className={styles.argument}>
          {(control) => (
            <TextInput
              {...control}
              value={value}
              placeholder={verb === "spike" ? "Reason" : "Reason, may stay empty"}
              onChange={({ target }) => onChange(target.value)}
            />
          )}
        </Field>
      );
  }
}
