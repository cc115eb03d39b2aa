"use client";
import { ArrowDown, ArrowUp, Trash2 } from "lucide-react";
import { useRouter } from "next/navigation";
import { type FormEvent, useRef, useState } from "react";
import { Button } from "#components/ui/Button";
import { Checkbox } from "#components/ui/Checkbox";
import { Field } from "#components/ui/Field";
import { IconButton } from "#components/ui/IconButton";
import { Select } from "#components/ui/Select";
import { StatusLine } from "#components/ui/StatusLine";
import { TextInput } from "#components/ui/TextInput";
import type { Answer } from "#newsroom/kernel/answer";
import type { StageInUse } from "#newsroom/workflow/queries";
import { type Stage, stageMeanings } from "#newsroom/workflow/stages";
import { toast } from "../../ui/toast-manager.ts";
import { useAsking } from "../people/use-asking.client.ts";
import { meaningWords } from "../words.ts";
import { type EditedStage, shifted, withNewStage, withoutStage, withWay } from "./edited-stages.ts";
import { UnsavedQuestion } from "./UnsavedQuestion.client.tsx";
import styles from "./WorkflowForm.module.css";

export interface WorkflowActions {
  changeWorkflow: (input: {
    version: number;
    stages: Stage[];
    successors: Record<string, string>;
  }) => Promise<Answer<unknown>>;
}

interface WorkflowFormProps {
  version: number;
  stages: readonly StageInUse[];
  actions: WorkflowActions;
}

/** All stages at once, saved as a whole. */
export function WorkflowForm({ version, stages: before, actions }: WorkflowFormProps) {
  const [stages, setStages] = useState<EditedStage[]>([...before]);
  const [successors, setSuccessors] = useState<Record<string, string>>({});
  const [name, setName] = useState("");
  const [saved, setSaved] = useState("");
  const { ask, isAsking, refusal, issueAt } = useAsking();
  const router = useRouter();
  const list = useRef<HTMLOListElement>(null);
  const goes = before.filter(({ key, stories }) => stories > 0 && !stages.some((stage) => stage.key === key));
  /** The stage before it that stays, unless somebody chooses another. */
  const nextTo = (key: string): string => {
    const earlier = before.slice(
      0,
      before.findIndex((stage) => stage.key === key),
    );
    return (earlier.findLast((stage) => stages.some((other) => other.key === stage.key)) ?? stages[0])?.key ?? "";
  };
  const change = (changed: EditedStage) =>
    setStages(stages.map((stage) => (stage.key === changed.key ? changed : stage)));

  function save(event: FormEvent) {
    event.preventDefault();
    const chosen = Object.fromEntries(goes.map(({ key }) => [key, successors[key] ?? nextTo(key)]));
    ask(
      () =>
        actions.changeWorkflow({
          version,
          stages: stages.map(({ stories: _stories, ...stage }) => stage),
          successors: chosen,
        }),
      () => {
        setSaved(sent(stages));
        toast({ tone: "good", title: "The stages are saved" });
        router.refresh();
      },
    );
  }

  function remove(key: string) {
    setStages(withoutStage(stages, key));
    // The button that had the focus goes with its stage.
    requestAnimationFrame(() => list.current?.querySelector<HTMLElement>("input")?.focus());
  }

  function add() {
    if (name.trim() === "") return;
    const taken = before.map(({ key }) => key);
    setStages(withNewStage(stages, name.trim(), taken));
    setName("");
  }

  const isUnsaved = name.trim() !== "" || ![saved, sent(before)].includes(sent(stages));
  const atField = refusal?.issues.some(({ path }) => /^stages\.\d+\.(name|movesTo)$/.test(path)) ?? false;
  return (
    <form onSubmit={save} className={styles.form} noValidate>
      <UnsavedQuestion isUnsaved={isUnsaved} />
      <ol ref={list} className={styles.stages}>
        {stages.map((stage, place) => (
          <li key={stage.key} className={styles.stage}>
            <div className={styles.row}>
              <Field label={`Name of stage ${place + 1}`} hideLabel error={issueAt(`stages.${place}.name`)}>
                {(control) => (
                  <TextInput
                    {...control}
                    maxLength={40}
                    value={stage.name}
                    onChange={({ target }) => change({ ...stage, name: target.value })}
                  />
                )}
              </Field>
              <Field label={`What ${stage.name} is for`} hideLabel>
                {(control) => (
                  <Select
                    {...control}
                    value={stage.meaning}
                    options={stageMeanings.map((meaning) => ({ value: meaning, label: meaningWords[meaning] }))}
                    onChange={({ target }) => {
                      const meaning = stageMeanings.find((one) => one === target.value);
                      if (meaning) change({ ...stage, meaning });
                    }}
                  />
                )}
              </Field>
              <span className={styles.tools}>
                <IconButton
                  label={`${stage.name} up`}
                  tone="plain"
                  disabled={place === 0}
                  onClick={() => setStages(shifted(stages, stage.key, -1))}
                >
                  <ArrowUp aria-hidden />
                </IconButton>
                <IconButton
                  label={`${stage.name} down`}
                  tone="plain"
                  disabled={place === stages.length - 1}
                  onClick={() => setStages(shifted(stages, stage.key, 1))}
                >
                  <ArrowDown aria-hidden />
                </IconButton>
                <IconButton label={`Remove ${stage.name}`} tone="plain" onClick={() => remove(stage.key)}>
                  <Trash2 aria-hidden />
                </IconButton>
              </span>
            </div>
            <details className={styles.ways}>
              <summary>{waysWords(stage, stages)}</summary>
              <div className={styles.choices}>
                {stages
                  .filter(({ key }) => key !== stage.key)
                  .map((to) => (
                    <Checkbox
                      key={to.key}
                      label={to.name}
                      checked={stage.movesTo.length === 0 || stage.movesTo.includes(to.key)}
                      onChange={({ target }) => change(withWay(stage, to.key, target.checked, stages))}
                    />
                  ))}
              </div>
            </details>
            <StatusLine tone="danger" className={styles.wrong}>
              {issueAt(`stages.${place}.movesTo`)}
            </StatusLine>
          </li>
        ))}
      </ol>
      <div className={styles.new}>
        <Field label="New stage" hideLabel>
          {(control) => (
            <TextInput
              {...control}
              maxLength={40}
              placeholder="New stage"
              value={name}
              onChange={({ target }) => setName(target.value)}
              onKeyDown={(event) => {
                if (event.key !== "Enter") return;
                event.preventDefault();
                add();
              }}
            />
          )}
        </Field>
        <Button size="small" onClick={add}>
          Add stage
        </Button>
      </div>
      {goes.map(({ key, name: gone, stories }) => (
        <Field
          key={key}
          label={`${stories === 1 ? "The story" : `The ${stories} stories`} at ${gone} will stand at`}
          error={issueAt(`successors.${key}`)}
        >
          {(control) => (
            <Select
              {...control}
              value={successors[key] ?? nextTo(key)}
              options={stages.map((stage) => ({ value: stage.key, label: stage.name }))}
              onChange={({ target }) => setSuccessors({ ...successors, [key]: target.value })}
            />
          )}
        </Field>
      ))}
      <div className={styles.end}>
        <Button type="submit" tone="primary" busy={isAsking}>
          {isAsking ? "Saving…" : "Save the stages"}
        </Button>
        <StatusLine tone="danger">{refusal && !atField ? refusal.message : null}</StatusLine>
      </div>
    </form>
  );
}

const sent = (stages: readonly Stage[]): string =>
  JSON.stringify(stages.map(({ key, name, meaning, movesTo }) => [key, name, meaning, movesTo]));

const waysWords = ({ movesTo }: EditedStage, all: readonly EditedStage[]): string =>
  movesTo.length === 0
    ? "Moves to every stage"
    : `Moves to ${all
        .filter(({ key }) => movesTo.includes(key))
        .map(({ name }) => name)
        .join(", ")}`;
