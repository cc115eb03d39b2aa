import Link from "next/link";
import { Button } from "#components/ui/Button";
import { ButtonLink } from "#components/ui/ButtonLink";
import { Field } from "#components/ui/Field";
import { Select } from "#components/ui/Select";
import { TextInput } from "#components/ui/TextInput";
import { eventTypeWords } from "#newsroom/history/event-words";
import type { HistoryFields } from "#newsroom/history/history-search";
import { type Trail, type TrailEntry, theProgramItself } from "#newsroom/history/schema";
import { eventTypes } from "#newsroom/kernel/events";
import { ListHead } from "../ListHead.tsx";
import list from "../ListScreen.module.css";
import { editorPath } from "../stories/story-row.ts";
import { exactly } from "../when.ts";
import styles from "./HistoryScreen.module.css";

interface HistoryScreenProps {
  data: {
    trail: Trail;
    fields: HistoryFields;
    isFirstPage: boolean;
    people: readonly { id: string; name: string }[];
    zone: string;
  };
}

/** The audit trail: who did what, when. It can be searched and exported, and not be changed. */
export function HistoryScreen({ data: { trail, fields, isFirstPage, people, zone } }: HistoryScreenProps) {
  const query = queryOf(fields);
  return (
    <div className={list.screen}>
      <div>
        <h1 className={list.title}>History</h1>
        <p className={list.hint}>Everything that was done here, newest first. Nobody can change it.</p>
      </div>
      <search>
        <form action="/desk/history" className={styles.form}>
          <Field label="Who" className={styles.choice}>
            {(control) => (
              <Select
                {...control}
                name="who"
                defaultValue={fields.who}
                options={[
                  { value: "", label: "Anybody" },
                  { value: theProgramItself, label: "The program itself" },
                  ...people.map(({ id, name }) => ({ value: id, label: name })),
                ]}
              />
            )}
          </Field>
          <Field label="What" className={styles.choice}>
            {(control) => <Select {...control} name="type" defaultValue={fields.type} options={typeOptions} />}
          </Field>
          <Field label="Story" className={styles.words}>
            {(control) => (
              <TextInput
                {...control}
                type="search"
                name="story"
                defaultValue={fields.story}
                placeholder="Words of its headline or slugline, or its address"
                maxLength={200}
                data-shortcut="search"
              />
            )}
          </Field>
          <Field label="From" className={styles.day}>
            {(control) => <TextInput {...control} type="date" name="from" defaultValue={fields.from} />}
          </Field>
          <Field label="To" className={styles.day}>
            {(control) => <TextInput {...control} type="date" name="to" defaultValue={fields.to} />}
          </Field>
          <Button type="submit" tone="primary">
            Search
          </Button>
          {query ? (
            <ButtonLink tone="quiet" href="/desk/history">
              Clear
            </ButtonLink>
          ) : null}
        </form>
      </search>
      <form method="post" action={`/api/history/export${query && `?${query}`}`}>
        <Button type="submit" size="small">
          Export as CSV
        </Button>
      </form>
      {trail.entries.length > 0 ? (
        <Entries entries={trail.entries} zone={zone} />
      ) : (
        <p className={list.nothing}>
          {trail.next ? "Nothing in the newest part of the trail. Look further back." : "Nothing fits."}
        </p>
      )}
      {trail.next || !isFirstPage ? (
        <nav aria-label="Pages of the trail" className={list.pages}>
          {isFirstPage ? null : <ButtonLink href={pathOf(query)}>Newest first page</ButtonLink>}
          {trail.next ? <ButtonLink href={pathOf(query, trail.next)}>Further back</ButtonLink> : null}
        </nav>
      ) : null}
    </div>
  );
}

const Entries = ({ entries, zone }: { entries: readonly TrailEntry[]; zone: string }) => (
  <table className={list.table}>
    <ListHead columns={["When", "What happened", "About"]} />
    <tbody>
      {entries.map((entry) => (
        <tr key={entry.id}>
          <td className={styles.when}>
            <time dateTime={entry.at.toISOString()}>{exactly(entry.at, zone)}</time>
          </td>
          <td className={styles.what}>
            <strong>{entry.who}</strong> {entry.words}
          </td>
          <td dir="auto" className={styles.about}>
            <About entry={entry} />
          </td>
        </tr>
      ))}
    </tbody>
  </table>
);

function About({ entry: { about, subject } }: { entry: TrailEntry }) {
  if (!about) return <span className={list.hint}>{subject}</span>;
  if (about.isInTrash) return `${about.name} (in the trash)`;
  if (about.kind !== "story") return about.name;
  return (
    <Link href={editorPath(subject ?? "")} prefetch={false} data-row>
      {about.name}
    </Link>
  );
}

const typeOptions = [
  { value: "", label: "Anything" },
  ...eventTypes.map((type) => ({ value: type, label: eventTypeWords(type) })),
];

const queryOf = (fields: HistoryFields): string =>
  new URLSearchParams(Object.entries(fields).filter(([, value]) => value !== "")).toString();

const pathOf = (query: string, after = ""): string => {
  const all = [query, after && `after=${after}`].filter(Boolean).join("&");
  return all ? `/desk/history?${all}` : "/desk/history";
};
