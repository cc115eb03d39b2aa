"use client";
import { Search } from "lucide-react";
import { useRouter } from "next/navigation";
import { type ChangeEvent, type SubmitEvent, useEffect, useRef, useTransition } from "react";
import { Button } from "#components/ui/Button";
import { ButtonLink } from "#components/ui/ButtonLink";
import { Field } from "#components/ui/Field";
import { Select } from "#components/ui/Select";
import { TextInput } from "#components/ui/TextInput";
import { priorities } from "#newsroom/workflow/directions";
import { priorityWords } from "../words.ts";
import { isNarrowed, type ListSearch, listPath, listPathOf, searchFields } from "./list-path.ts";
import styles from "./SearchForm.module.css";

interface Named {
  id: string;
  name: string;
}

export interface SearchChoices {
  stages: readonly { key: string; name: string }[];
  sections: readonly Named[];
  desks: readonly Named[];
  colleagues: readonly Named[];
}

interface SearchFormProps {
  search: ListSearch;
  choices: SearchChoices;
}

/** A plain GET form; with script a choice applies at once and the focus stays where it is. */
export function SearchForm({ search, choices: { stages, sections, desks, colleagues } }: SearchFormProps) {
  const form = useRef<HTMLFormElement>(null);
  const router = useRouter();
  const [isSearching, startSearching] = useTransition();
  const fields = searchFields(search);
  const here = listPath({ ...search, cursor: undefined });

  useEffect(() => {
    if (window.location.hash === "#search") form.current?.querySelector("input")?.select();
  }, []);
  useFieldsFrom(here, form);

  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    const path = listPathOf(new FormData(event.currentTarget));
    startSearching(() => router.push(path, { scroll: false }));
  };
  const choices = [
    { name: "mine", label: "Whose", options: mineOptions },
    {
      name: "stage",
      label: "Stage",
      options: [{ value: "", label: "Any stage" }, ...stages.map(({ key, name }) => ({ value: key, label: name }))],
    },
    { name: "state", label: "State", options: publicationOptions },
    { name: "section", label: "Section", options: [anySection, ...sections.map(optionOf)] },
    { name: "assignee", label: "Assigned to", options: [...assigneeOptions, ...colleagues.map(optionOf)] },
    ...(desks.length > 0
      ? [{ name: "desk", label: "Desk", options: [{ value: "", label: "Any desk" }, ...desks.map(optionOf)] } as const]
      : []),
    { name: "priority", label: "Priority", options: priorityOptions },
    { name: "attention", label: "Needs attention", options: attentionOptions },
  ] as const;

  return (
    <search>
      <form ref={form} action="/desk/stories" onSubmit={submit} className={styles.form}>
        <Field label="Search" hideLabel className={styles.words}>
          {(control) => (
            <span className={styles.box}>
              <Search aria-hidden className={styles.icon} />
              <TextInput
                {...control}
                type="search"
                name="q"
                defaultValue={fields.q}
                maxLength={200}
                placeholder="Search headlines"
                className={styles.input}
                data-shortcut="search"
                aria-keyshortcuts="/"
              />
            </span>
          )}
        </Field>
        <Button type="submit" aria-busy={isSearching}>
          Search
        </Button>
        {choices.map(({ name, label, options }) => (
          <Field key={name} label={label} hideLabel className={styles.choice}>
            {(control) => (
              <Select {...control} name={name} options={options} defaultValue={fields[name]} onChange={applyAtOnce} />
            )}
          </Field>
        ))}
        {isNarrowed(search) ? (
          <ButtonLink tone="quiet" href="/desk/stories">
            Clear
          </ButtonLink>
        ) : null}
      </form>
    </search>
  );
}

/** The address moved on by other ways than this form (back, Clear, a link): its fields follow. */
function useFieldsFrom(path: string, form: { current: HTMLFormElement | null }) {
  useEffect(() => {
    const said = new URL(path, window.location.href).searchParams;
    for (const field of form.current?.querySelectorAll<HTMLInputElement | HTMLSelectElement>("[name]") ?? []) {
      if (field !== document.activeElement) field.value = said.get(field.name) ?? "";
    }
  }, [path, form]);
}

const applyAtOnce = (event: ChangeEvent<HTMLSelectElement>) => event.target.form?.requestSubmit();

const mineOptions = [
  { value: "", label: "Everybody’s" },
  { value: "1", label: "Mine" },
];
const assigneeOptions = [
  { value: "", label: "Anybody" },
  { value: "me", label: "Assigned to me" },
  { value: "nobody", label: "To nobody" },
];
const priorityOptions = [
  { value: "", label: "Any priority" },
  ...priorities.map((priority) => ({ value: priority, label: priorityWords[priority] })),
];
const attentionOptions = [
  { value: "", label: "Any matter" },
  { value: "overdue", label: "Overdue" },
  { value: "returned", label: "Returned" },
  { value: "held", label: "On hold" },
  { value: "legal", label: "With legal" },
  { value: "cleared", label: "Cleared by legal" },
];
const publicationOptions = [
  { value: "", label: "Any state" },
  { value: "unpublished", label: "Not published" },
  { value: "planned", label: "Planned" },
  { value: "live", label: "Live" },
  { value: "retracted", label: "Retracted" },
  { value: "withdrawn", label: "Withdrawn" },
];
const anySection = { value: "", label: "Any section" };
const optionOf = ({ id, name }: Named) => ({ value: id, label: name });
