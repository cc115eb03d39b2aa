"use client";
import { useRouter } from "next/navigation";
import { type FormEvent, useState } from "react";
import { uuidv7 } from "uuidv7";
import { Button } from "#components/ui/Button";
import { Checkbox } from "#components/ui/Checkbox";
import { Field } from "#components/ui/Field";
import { Select } from "#components/ui/Select";
import { StatusLine } from "#components/ui/StatusLine";
import { TextInput } from "#components/ui/TextInput";
import type { Answer } from "#newsroom/kernel/answer";
import type { HouseRule, HouseRuleRow } from "#newsroom/workflow/house-style/schema";
import { useAsking } from "../people/use-asking.client.ts";
import styles from "./HouseStyleScreen.module.css";

type Words = Omit<HouseRule, "id">;

export interface HouseRuleActions {
  addHouseRule: (input: HouseRule) => Promise<Answer<unknown>>;
  changeHouseRule: (input: { ruleId: string; version: number; changes: Words }) => Promise<Answer<unknown>>;
  removeHouseRule: (input: { ruleId: string }) => Promise<Answer<unknown>>;
}

interface HouseRuleFormProps {
  /** Null for one that is to be added. */
  rule: HouseRuleRow | null;
  languages: readonly string[];
  actions: HouseRuleActions;
}

const blank: Words = {
  pattern: "",
  isPattern: false,
  isCaseSensitive: false,
  message: "",
  replacement: null,
  severity: "warning",
  language: null,
  isOn: true,
};

/** One rule. Give it the rule's version in its `key`. */
export function HouseRuleForm({ rule, languages, actions }: HouseRuleFormProps) {
  const [wanted, setWanted] = useState<Words>(rule ? wordsOf(rule) : blank);
  const [replaces, setReplaces] = useState(rule?.replacement != null);
  const { ask, isAsking, refusal, issueAt } = useAsking();
  const router = useRouter();
  const set = (changes: Partial<Words>) => setWanted({ ...wanted, ...changes });
  const at = (path: string) => issueAt(path) ?? issueAt(`changes.${path}`);
  const places = ["pattern", "message", "replacement"];

  function save(event: FormEvent) {
    event.preventDefault();
    const words = { ...wanted, replacement: replaces ? (wanted.replacement ?? "") : null };
    ask(
      () =>
        rule
          ? actions.changeHouseRule({ ruleId: rule.id, version: rule.version, changes: words })
          : actions.addHouseRule({ id: uuidv7(), ...words }),
      router.refresh,
    );
  }

  return (
    <form className={styles.form} onSubmit={save} noValidate>
      <Field
        label="Look for"
        hint={wanted.isPattern ? "A pattern (RE2), such as \\bKirgh?izia\\b" : "Whole words, as they stand"}
        error={at("pattern")}
      >
        {(control) => (
          <TextInput
            {...control}
            value={wanted.pattern}
            spellCheck={false}
            onChange={({ target }) => set({ pattern: target.value })}
          />
        )}
      </Field>
      <div className={styles.choices}>
        <Checkbox
          label="It is a pattern"
          checked={wanted.isPattern}
          onChange={({ target }) => set({ isPattern: target.checked })}
        />
        <Checkbox
          label="Capitals matter"
          checked={wanted.isCaseSensitive}
          onChange={({ target }) => set({ isCaseSensitive: target.checked })}
        />
        <Checkbox label="On" checked={wanted.isOn} onChange={({ target }) => set({ isOn: target.checked })} />
      </div>
      <Field label="What to say" error={at("message")}>
        {(control) => (
          <TextInput {...control} value={wanted.message} onChange={({ target }) => set({ message: target.value })} />
        )}
      </Field>
      <Checkbox
        label="Offer something instead"
        checked={replaces}
        onChange={({ target }) => setReplaces(target.checked)}
      />
      {replaces ? (
        <Field
          label="Write instead"
          hint={wanted.isPattern ? "$1 is the first group of the pattern" : "Empty: take the words out"}
          error={at("replacement")}
        >
          {(control) => (
            <TextInput
              {...control}
              value={wanted.replacement ?? ""}
              onChange={({ target }) => set({ replacement: target.value })}
            />
          )}
        </Field>
      ) : null}
      <div className={styles.choices}>
        <Field label="Weight">
          {(control) => (
            <Select
              {...control}
              options={[
                { value: "warning", label: "Warning: asks" },
                { value: "error", label: "Error: blocks" },
              ]}
              value={wanted.severity}
              onChange={({ target }) => set({ severity: target.value === "error" ? "error" : "warning" })}
            />
          )}
        </Field>
        <Field label="Stories in">
          {(control) => (
            <Select
              {...control}
              options={[
                { value: "", label: "all languages" },
                ...languages.map((language) => ({ value: language, label: language })),
              ]}
              value={wanted.language ?? ""}
              onChange={({ target }) => set({ language: target.value || null })}
            />
          )}
        </Field>
      </div>
      <div className={styles.end}>
        <Button type="submit" tone="primary" size="small" busy={isAsking}>
          {rule ? "Save" : "Add"}
        </Button>
        {rule ? (
          <Button
            size="small"
            onClick={() => ask(() => actions.removeHouseRule({ ruleId: rule.id }), router.refresh)}
            disabled={isAsking}
          >
            Remove
          </Button>
        ) : null}
        <StatusLine tone="danger">{refusal && !places.some(at) ? refusal.message : null}</StatusLine>
      </div>
    </form>
  );
}

const wordsOf = ({ id: _, version: __, ...words }: HouseRuleRow): Words => words;
