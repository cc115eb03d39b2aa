"use client";
import { useRef, useState } from "react";
import { uuidv7 } from "uuidv7";
import { Button } from "#components/ui/Button";
import { Combobox } from "#components/ui/Combobox.client";
import { Dialog } from "#components/ui/Dialog.client";
import { Field } from "#components/ui/Field";
import { nearTagsIn, tagOption } from "../../desk/tags/tag-options.ts";
import type { ComboboxOption } from "../../ui/combobox-options.ts";
import type { EditorActions, StoryTag } from "../edited-story.ts";
import styles from "./SettingsPanel.module.css";

interface TagFieldProps {
  tags: StoryTag[];
  can: { createTag: boolean };
  actions: Pick<EditorActions, "suggestTags" | "createTag">;
  disabled: boolean;
  error: string | undefined;
  onChange: (tags: StoryTag[]) => void;
}

type Made = { option: ComboboxOption } | { error: string };

interface Question {
  name: string;
  near: StoryTag[];
  answer: (made: Made | Promise<Made>) => void;
}

/** What the story is about: tags by typing any of their names; a new one that is near to another is asked about. */
export function TagField({ tags, can, actions, disabled, error, onChange }: TagFieldProps) {
  const known = useRef(new Map<string, StoryTag>());
  for (const tag of tags) known.current.set(tag.id, tag);
  const [question, setQuestion] = useState<Question | null>(null);

  async function suggest(typed: string) {
    const answer = await actions.suggestTags(typed);
    if (!answer.ok) throw new Error(answer.message);
    for (const tag of answer.value) known.current.set(tag.id, tag);
    return answer.value.map((tag) => tagOption(tag, typed));
  }

  const chosen = (tag: StoryTag): Made => {
    known.current.set(tag.id, tag);
    return { option: tagOption(tag) };
  };

  async function make(name: string, askIfNear: boolean): Promise<Made> {
    const answer = await actions.createTag({ id: uuidv7(), name, askIfNear });
    if (answer.ok) return chosen(answer.value);
    const near = nearTagsIn(answer.detail);
    if (near.length === 0) return { error: answer.message };
    return new Promise((resolve) => setQuestion({ name, near, answer: resolve }));
  }

  const decide = (made: Made | Promise<Made>) => {
    question?.answer(made);
    setQuestion(null);
  };

  return (
    <>
      <Field label="Tags" error={error ?? null}>
        {(control) => (
          <Combobox
            {...control}
            noun="tags"
            placeholder="What is it about?"
            value={tags.map((tag) => tagOption(tag))}
            suggest={suggest}
            {...(can.createTag ? { create: (name: string) => make(name, true) } : {})}
            disabled={disabled}
            onChange={(options) => onChange(options.flatMap(({ id }) => known.current.get(id) ?? []))}
          />
        )}
      </Field>
      <Dialog
        open={question !== null}
        onOpenChange={(isOpen) => (isOpen ? undefined : decide({ error: "No tag was made." }))}
        title={`Do you mean a tag that is there?`}
        description={question ? `“${question.name}” is close to it in spelling.` : undefined}
        footer={
          question ? (
            <>
              <Button onClick={() => decide({ error: "No tag was made." })}>Cancel</Button>
              <Button onClick={() => decide(make(question.name, false))}>Make “{question.name}”</Button>
            </>
          ) : null
        }
      >
        <ul className={styles.nearTags}>
          {question?.near.map((tag) => (
            <li key={tag.id}>
              <Button tone="primary" onClick={() => decide(chosen(tag))}>
                Use “{tag.name}” ({tag.kind})
              </Button>
            </li>
          ))}
        </ul>
      </Dialog>
    </>
  );
}
