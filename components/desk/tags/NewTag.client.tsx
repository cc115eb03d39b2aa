"use client";
import Link from "next/link";
import { useRouter } from "next/navigation";
import { type FormEvent, useState } from "react";
import { uuidv7 } from "uuidv7";
import { Button } from "#components/ui/Button";
import { Field } from "#components/ui/Field";
import { Select } from "#components/ui/Select";
import { StatusLine } from "#components/ui/StatusLine";
import { type Tag, TagKind } from "#newsroom/tags/schema";
import { UnsentField } from "../../unsent/UnsentField.client.tsx";
import { useUnsent } from "../../unsent/useUnsent.ts";
import { useAsking } from "../people/use-asking.client.ts";
import styles from "./TagsScreen.module.css";
import type { TagActions } from "./tag-actions.ts";
import { nearTagsIn } from "./tag-options.ts";
import { kindWords } from "./tag-words.ts";
import { tagPath } from "./tags-path.ts";

/** Makes a tag and opens it; one that is near to others is asked about. */
export function NewTag({ actions }: { actions: Pick<TagActions, "createTag"> }) {
  const unsent = useUnsent("tag", { name: "" });
  const { name } = unsent.words;
  const [kind, setKind] = useState<TagKind>("topic");
  const [near, setNear] = useState<Pick<Tag, "id" | "name">[]>([]);
  const { ask, isAsking, refusal, issueAt } = useAsking();
  const router = useRouter();

  const make = (askIfNear: boolean) =>
    ask(
      async () => {
        const answer = await actions.createTag({ id: uuidv7(), name, kind, askIfNear });
        setNear(answer.ok ? [] : nearTagsIn(answer.detail));
        return answer;
      },
      ({ id }) => {
        unsent.sent();
        router.push(tagPath(id));
      },
    );

  return (
    <form
      className={styles.part}
      onSubmit={(event: FormEvent) => {
        event.preventDefault();
        make(true);
      }}
    >
      <h2>New tag</h2>
      <div className={styles.row}>
        <UnsentField
          of={unsent}
          value={name}
          onType={(typed) => {
            unsent.set({ name: typed });
            setNear([]);
          }}
          label="Name of the new tag"
          className={styles.words}
          error={issueAt("name")}
        />
        <Field label="Kind of the new tag" className={styles.choice}>
          {(control) => (
            <Select
              {...control}
              value={kind}
              options={TagKind.options.map((one) => ({ value: one, label: kindWords[one] }))}
              onChange={({ target }) => setKind(TagKind.catch("topic").parse(target.value))}
            />
          )}
        </Field>
      </div>
      <div className={styles.end}>
        <Button type="submit" busy={isAsking}>
          Add
        </Button>
        {near.length > 0 ? (
          <Button busy={isAsking} onClick={() => make(false)}>
            Make “{name}” all the same
          </Button>
        ) : null}
        <StatusLine tone={near.length > 0 ? "warning" : "danger"}>
          {near.length > 0 ? (
            <>
              Do you mean{" "}
              {near.map((tag) => (
                <span key={tag.id}>
                  <Link href={tagPath(tag.id)}>{tag.name}</Link>{" "}
                </span>
              ))}
              ?
            </>
          ) : refusal && !issueAt("name") ? (
            refusal.message
          ) : null}
        </StatusLine>
      </div>
    </form>
  );
}
