import { Button } from "#components/ui/Button";
import { ButtonLink } from "#components/ui/ButtonLink";
import { Field } from "#components/ui/Field";
import { Select } from "#components/ui/Select";
import { TextInput } from "#components/ui/TextInput";
import { type NearTags, type Paged, type TagFilter, TagKind, type TagRow } from "#newsroom/tags/schema";
import look from "../ListScreen.module.css";
import { NearPair } from "./NearPair.client.tsx";
import { NewTag } from "./NewTag.client.tsx";
import styles from "./TagsScreen.module.css";
import { TagTable } from "./TagTable.tsx";
import type { TagActions } from "./tag-actions.ts";
import { kindWords } from "./tag-words.ts";
import { tagsPath } from "./tags-path.ts";

interface TagsScreenProps {
  data: {
    filter: TagFilter;
    list: ({ of: "tags" } & Paged<TagRow>) | ({ of: "near names" } & Paged<NearTags>);
    zone: string;
    now: Date;
  };
  actions: Pick<TagActions, "createTag" | "keepTagsApart" | "previewMerge" | "mergeTags" | "spikeTag">;
}

const showOptions = [
  { value: "", label: "All tags" },
  { value: "unused", label: "Used by nobody" },
  { value: "near", label: "Near names" },
];
const kindOptions = [
  { value: "", label: "Any kind" },
  ...TagKind.options.map((kind) => ({ value: kind, label: kindWords[kind] })),
];

/** All tags: found by any of their names, with what they are used for, what nobody uses, and what may be one twice. */
export const TagsScreen = ({ data: { filter, list, zone, now }, actions }: TagsScreenProps) => (
  <div className={look.screen}>
    <h1 className={look.title}>Tags</h1>
    <search>
      <form key={tagsPath(filter)} action="/desk/tags" className={styles.form}>
        <Field label="Name, label or synonym" className={styles.words}>
          {(control) => (
            <TextInput
              {...control}
              type="search"
              name="q"
              defaultValue={filter.search}
              maxLength={80}
              data-shortcut="search"
            />
          )}
        </Field>
        <Field label="Kind" className={styles.choice}>
          {(control) => <Select {...control} name="kind" options={kindOptions} defaultValue={filter.kind ?? ""} />}
        </Field>
        <Field label="Show" className={styles.choice}>
          {(control) => (
            <Select
              {...control}
              name="show"
              options={showOptions}
              defaultValue={filter.show === "all" ? "" : filter.show}
            />
          )}
        </Field>
        <Button type="submit">Search</Button>
      </form>
    </search>
    <p role="status" className={look.hint}>
      {countWords(list)}
    </p>
    {list.of === "tags" ? (
      list.rows.length > 0 && <TagTable tags={list.rows} zone={zone} now={now} actions={actions} />
    ) : (
      <ul className={styles.list}>
        {list.rows.map((pair) => (
          <li key={`${pair.one.id} ${pair.other.id} ${pair.one.version} ${pair.other.version}`}>
            <NearPair pair={pair} actions={actions} />
          </li>
        ))}
      </ul>
    )}
    {list.pages > 1 ? (
      <nav className={look.pages} aria-label="Pages of the list">
        {filter.page > 1 ? (
          <ButtonLink href={tagsPath({ ...filter, page: filter.page - 1 })}>Previous page</ButtonLink>
        ) : null}
        <span className={look.hint}>
          Page {filter.page} of {list.pages}
        </span>
        {filter.page < list.pages ? (
          <ButtonLink href={tagsPath({ ...filter, page: filter.page + 1 })}>Next page</ButtonLink>
        ) : null}
      </nav>
    ) : null}
    <NewTag actions={actions} />
  </div>
);

const countWords = ({ of, total }: TagsScreenProps["data"]["list"]): string =>
  of === "tags"
    ? `${total.toLocaleString("en")} ${total === 1 ? "tag" : "tags"}`
    : `${total.toLocaleString("en")} ${total === 1 ? "pair" : "pairs"} of tags with names that are close`;
