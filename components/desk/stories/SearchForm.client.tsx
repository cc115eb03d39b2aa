"use client";
import { Search } from "lucide-react";
import Form from "next/form";
import { type ChangeEvent, useEffect, useRef } from "react";
import { Button } from "#components/ui/Button";
import { ButtonLink } from "#components/ui/ButtonLink";
import { Field } from "#components/ui/Field";
import { Select } from "#components/ui/Select";
import { TextInput } from "#components/ui/TextInput";
import { stages } from "#newsroom/workflow/stages";
import { stageWords } from "../words.ts";
import { isNarrowed, type ListSearch } from "./list-path.ts";
import styles from "./SearchForm.module.css";

const stageOptions = [
  { value: "", label: "Any stage" },
  ...stages.map((stage) => ({ value: stage, label: stageWords[stage] })),
];
const publicationOptions = [
  { value: "", label: "Any state" },
  { value: "unpublished", label: "Not published" },
  { value: "planned", label: "Planned" },
  { value: "live", label: "Live" },
  { value: "withdrawn", label: "Withdrawn" },
];
const mineOptions = [
  { value: "", label: "Everybody’s" },
  { value: "1", label: "Mine" },
];

interface SearchFormProps {
  search: ListSearch;
  sections: readonly { id: string; name: string }[];
}

/** A plain GET form; with script a choice applies at once. */
export function SearchForm({ search, sections }: SearchFormProps) {
  const words = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (window.location.hash === "#search") words.current?.select();
  }, []);
  const apply = (event: ChangeEvent<HTMLSelectElement>) => event.target.form?.requestSubmit();
  const sectionOptions = [
    { value: "", label: "Any section" },
    ...sections.map(({ id, name }) => ({ value: id, label: name })),
  ];
  return (
    <Form action="/desk/stories" role="search" aria-label="Stories" className={styles.form} prefetch={false}>
      <Field label="Search" hideLabel className={styles.words}>
        {(control) => (
          <span className={styles.box}>
            <Search aria-hidden className={styles.icon} />
            <TextInput
              {...control}
              ref={words}
              type="search"
              name="q"
              defaultValue={search.search}
              maxLength={200}
              placeholder="Search headlines"
              className={styles.input}
              data-shortcut="search"
              aria-keyshortcuts="/"
            />
          </span>
        )}
      </Field>
      <Button type="submit">Search</Button>
      <Field label="Whose" hideLabel className={styles.choice}>
        {(control) => (
          <Select
            {...control}
            name="mine"
            options={mineOptions}
            defaultValue={search.mine ? "1" : ""}
            onChange={apply}
          />
        )}
      </Field>
      <Field label="Stage" hideLabel className={styles.choice}>
        {(control) => (
          <Select {...control} name="stage" options={stageOptions} defaultValue={search.stage ?? ""} onChange={apply} />
        )}
      </Field>
      <Field label="State" hideLabel className={styles.choice}>
        {(control) => (
          <Select
            {...control}
            name="state"
            options={publicationOptions}
            defaultValue={search.publication ?? ""}
            onChange={apply}
          />
        )}
      </Field>
      <Field label="Section" hideLabel className={styles.choice}>
        {(control) => (
          <Select
            {...control}
            name="section"
            options={sectionOptions}
            defaultValue={search.sectionId ?? ""}
            onChange={apply}
          />
        )}
      </Field>
      {isNarrowed(search) ? (
        <ButtonLink tone="quiet" href="/desk/stories">
          Clear
        </ButtonLink>
      ) : null}
    </Form>
  );
}
