"use client";
import { useRouter } from "next/navigation";
import { type ChangeEvent, useTransition } from "react";
import { Button } from "#components/ui/Button";
import { ButtonLink } from "#components/ui/ButtonLink";
import { Field } from "#components/ui/Field";
import { Select } from "#components/ui/Select";
import styles from "./Board.module.css";
import type { PlanningSearch } from "./planning-search.ts";

interface Named {
  id: string;
  name: string;
}

export interface BoardChoices {
  sections: readonly Named[];
  desks: readonly Named[];
  colleagues: readonly Named[];
}

const optionOf = ({ id, name }: Named) => ({ value: id, label: name });

/** A plain GET form; with script a choice applies at once. */
export function BoardFilter({ search, choices }: { search: PlanningSearch; choices: BoardChoices }) {
  const router = useRouter();
  const [isNarrowing, startNarrowing] = useTransition();
  const { sections, desks, colleagues } = choices;
  const fields = [
    { name: "section", label: "Section", options: [{ value: "", label: "Any section" }, ...sections.map(optionOf)] },
    {
      name: "assignee",
      label: "Assigned to",
      options: [
        { value: "", label: "Anybody" },
        { value: "me", label: "Assigned to me" },
        { value: "nobody", label: "To nobody" },
        ...colleagues.map(optionOf),
      ],
    },
    ...(desks.length > 0
      ? [{ name: "desk", label: "Desk", options: [{ value: "", label: "Any desk" }, ...desks.map(optionOf)] } as const]
      : []),
  ] as const;

  function apply({ target }: ChangeEvent<HTMLSelectElement>) {
    if (!target.form) return;
    const said = [...new FormData(target.form)].filter(
      (field): field is [string, string] => typeof field[1] === "string" && field[1] !== "",
    );
    const query = new URLSearchParams(said).toString();
    startNarrowing(() => router.push(query ? `/desk/board?${query}` : "/desk/board", { scroll: false }));
  }

  return (
    <search>
      <form action="/desk/board" className={styles.filter} aria-busy={isNarrowing}>
        {fields.map(({ name, label, options }) => (
          <Field key={`${name} ${search[name] ?? ""}`} label={label} hideLabel>
            {(control) => (
              <Select
                {...control}
                name={name}
                options={[...options]}
                defaultValue={search[name] ?? ""}
                onChange={apply}
              />
            )}
          </Field>
        ))}
        <noscript>
          <Button type="submit">Show</Button>
        </noscript>
        {Object.keys(search).length > 0 ? (
          <ButtonLink tone="quiet" href="/desk/board">
            Clear
          </ButtonLink>
        ) : null}
      </form>
    </search>
  );
}
