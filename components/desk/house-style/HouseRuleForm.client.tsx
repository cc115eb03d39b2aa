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
import { UnsentNotice } from "../../unsent/UnsentNotice.client.tsx";
import { useUnsent } from "../../unsent/useUnsent.ts";
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
  const begun = rule ? wordsOf(rule) : blank;
  const [choices, setChoices] = useState(begun);
  const unsent = useUnsent(`house rule ${rule?.id ?? ""}`, {
    pattern: begun.pattern,
    message: begun.message,
    replacement: begun.replacement ?? "",
    // What the words mean hangs on these.
    isPattern: yesIf(begun.isPattern),
    isCaseSensitive: yesIf(begun.isCaseSensitive),
  });
  const wanted = {
    ...choices,
    ...unsent.words,
    isPattern: unsent.words.isPattern === "yes",
    isCaseSensitive: unsent.words.isCaseSensitive === "yes",
  };
  const [replaces, setReplaces] = useState<boolean | null>(null);
  const isReplaced = replaces ?? (begun.replacement !== null || wanted.replacement !== "");
  const router = useRouter();
  const { ask, isAsking, refusal, issueAt } = useAsking(router.refresh);
  const set = (changes: Partial<typeof choices>) => setChoices({ ...choices, ...changes });
  const at = (path: string) => issueAt(path) ?? issueAt(`changes.${path}`);
  const places = ["pattern", "message", "replacement"];

  function save(event: FormEvent) {
    event.preventDefault();
    const words = { ...wanted, replacement: isReplaced ? wanted.replacement : null };
    ask(
      () =>
        rule
          ? actions.changeHouseRule({ ruleId: rule.id, version: rule.version, changes: words })
          : actions.addHouseRule({ id: uuidv7(), ...words }),
      () => {
        unsent.sent();
        router.refresh();
      },
    );
  }

  return (
    <form className={styles.form} onSubmit={save} noValidate>
      <UnsentNotice of={unsent} onDiscard={() => setReplaces(null)} />
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
            onChange={({ target }) => unsent.set({ pattern: target.value })}
          />
        )}
      </Field>
      <div className={styles.choices}>
        <Checkbox
          label="It is a pattern"
          checked={wanted.isPattern}
          onChange={({ target }) => unsent.set({ isPattern: yesIf(target.checked) })}
        />
        <Checkbox
          label="Capitals matter"
          checked={wanted.isCaseSensitive}
          onChange={({ target }) => unsent.set({ isCaseSensitive: yesIf(target.checked) })}
        />
        <Checkbox label="On" checked={wanted.isOn} onChange={({ target }) => set({ isOn: target.checked })} />
      </div>
      <Field label="What to say" error={at("message")}>
        {(control) => (
          <TextInput
            {...control}
            value={wanted.message}
            onChange={({ target }) => unsent.set({ message: target.value })}
          />
        )}
      </Field>
      <Checkbox
        label="Offer something instead"
        checked={isReplaced}
        onChange={({ target }) => setReplaces(target.checked)}
      />
      {isReplaced ? (
        <Field
          label="Write instead"
          hint={wanted.isPattern ? "$1 is the first group of the pattern" : "Empty: take the words out"}
          error={at("replacement")}
        >
          {(control) => (
            <TextInput
              {...control}
              value={wanted.replacement}
              onChange={({ target }) => unsent.set({ replacement: target.value })}
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

const yesIf = (is: boolean): string => (is ? "yes" : "");

const wordsOf = ({ id: _, version: __, ...words }: HouseRuleRow): Words => words;
