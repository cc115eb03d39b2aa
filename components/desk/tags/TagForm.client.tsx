"use client";
import { useRouter } from "next/navigation";
import { type FormEvent, useState } from "react";
import { Button } from "#components/ui/Button";
import { Field } from "#components/ui/Field";
import { Select } from "#components/ui/Select";
import { StatusLine } from "#components/ui/StatusLine";
import { TextArea } from "#components/ui/TextArea";
import { TextInput } from "#components/ui/TextInput";
import { type DeskTag, type TagChanges, TagKind } from "#newsroom/tags/schema";
import { toast } from "../../ui/toast-manager.ts";
import { UnsentNotice } from "../../unsent/UnsentNotice.client.tsx";
import { useUnsent } from "../../unsent/useUnsent.ts";
import { useAsking } from "../people/use-asking.client.ts";
import { languageName } from "../words.ts";
import styles from "./TagsScreen.module.css";
import type { TagActions } from "./tag-actions.ts";
import { kindWords } from "./tag-words.ts";

type Wanted = Required<TagChanges>;

/** Only what is not as it was: pairs of near names are looked at anew when a name changes. */
function changesOf(tag: DeskTag, { name, kind, slug, description, labels, synonyms }: Wanted): TagChanges {
  const isSame = (one: unknown, other: unknown) => JSON.stringify(one) === JSON.stringify(other);
  const byLanguage = (all: Wanted["labels"]) => all.map((label) => `${label.language} ${label.name}`).toSorted();
  return {
    ...(name !== tag.name && { name }),
    ...(kind !== tag.kind && { kind }),
    ...(slug !== tag.slug && { slug }),
    ...(description !== (tag.description ?? "") && { description }),
    ...(!isSame(byLanguage(labels), byLanguage(tag.labels)) && { labels }),
    ...(!isSame(synonyms, tag.synonyms) && { synonyms }),
  };
}

interface Names extends Record<string, string> {
  name: string;
  slug: string;
  description: string;
  synonyms: string;
}
/** Labels are fields by their language. */
const labelField = (language: string): string => `label ${language}`;

interface TagFormProps {
  tag: DeskTag;
  /** Of the newsroom. */
  languages: readonly string[];
  actions: Pick<TagActions, "changeTag">;
}

/** What a tag is called, in all languages, and what it is. Give it the version as `key`. */
export function TagForm({ tag, languages, actions }: TagFormProps) {
  const all = [...new Set([...languages, ...tag.labels.map(({ language }) => language)])];
  const labelIn = (language: string) => tag.labels.find((label) => label.language === language)?.name ?? "";
  const [kind, setKind] = useState(tag.kind);
  const unsent = useUnsent<Names>(`tag ${tag.id}`, {
    name: tag.name,
    slug: tag.slug,
    description: tag.description ?? "",
    synonyms: tag.synonyms.join("\n"),
    ...Object.fromEntries(all.map((language) => [labelField(language), labelIn(language)])),
  });
  const router = useRouter();
  const { ask, isAsking, refusal, issueAt } = useAsking(router.refresh);
  const { words: wanted, set } = unsent;

  function save(event: FormEvent) {
    event.preventDefault();
    const changes = changesOf(tag, {
      ...wanted,
      kind,
      labels: all.flatMap((language) => {
        const name = wanted[labelField(language)]?.trim();
        return name ? [{ language, name }] : [];
      }),
      synonyms: wanted.synonyms.split("\n").filter((name) => name.trim() !== ""),
    });
    ask(
      () => actions.changeTag({ tagId: tag.id, version: tag.version, changes }),
      () => {
        unsent.sent();
        toast({ tone: "good", title: "The tag is changed" });
        router.refresh();
      },
    );
  }

  const at = (path: string) => issueAt(path) ?? issueAt(`changes.${path}`);
  const within = (path: string) =>
    refusal?.issues.find((issue) => issue.path.startsWith(`changes.${path}.`))?.message ?? at(path);
  const isAtField = refusal?.issues.some(({ path }) => path !== "" && path !== "changes") ?? false;
  return (
    <form className={styles.part} onSubmit={save} noValidate aria-label="What it is called">
      <UnsentNotice of={unsent} />
      <Field label="Name" error={at("name")}>
        {(control) => (
          <TextInput {...control} value={wanted.name} onChange={({ target }) => set({ name: target.value })} />
        )}
      </Field>
      <Field label="Kind">
        {(control) => (
          <Select
            {...control}
            value={kind}
            options={TagKind.options.map((one) => ({ value: one, label: kindWords[one] }))}
            onChange={({ target }) => setKind(TagKind.catch(tag.kind).parse(target.value))}
          />
        )}
      </Field>
      <Field
        label="Address"
        hint="After /tags/. It stays when the name changes; if you change it, the old one leads to the new one"
        error={at("slug")}
      >
        {(control) => (
          <TextInput
            {...control}
            autoCapitalize="none"
            spellCheck={false}
            value={wanted.slug}
            onChange={({ target }) => set({ slug: target.value })}
          />
        )}
      </Field>
      <Field label="Description" hint="Readers see it on the tag’s page" error={at("description")}>
        {(control) => (
          <TextArea
            {...control}
            rows={2}
            value={wanted.description}
            onChange={({ target }) => set({ description: target.value })}
          />
        )}
      </Field>
      {all.map((language, place) => (
        <Field
          key={language}
          label={`Label in ${languageName(language)}`}
          {...(place === 0 && { hint: "What readers of that language see; without one, the name" })}
          error={place === 0 ? within("labels") : null}
        >
          {(control) => (
            <TextInput
              {...control}
              lang={language}
              dir="auto"
              value={wanted[labelField(language)] ?? ""}
              onChange={({ target }) => set({ [labelField(language)]: target.value })}
            />
          )}
        </Field>
      ))}
      <Field label="Synonyms" hint="One a line. Found by typing, never shown to readers" error={within("synonyms")}>
        {(control) => (
          <TextArea
            {...control}
            rows={3}
            value={wanted.synonyms}
            onChange={({ target }) => set({ synonyms: target.value })}
          />
        )}
      </Field>
      <div className={styles.end}>
        <Button type="submit" tone="primary" busy={isAsking}>
          {isAsking ? "Saving…" : "Save"}
        </Button>
        <StatusLine tone="danger">{refusal && !isAtField ? refusal.message : null}</StatusLine>
      </div>
    </form>
  );
}
