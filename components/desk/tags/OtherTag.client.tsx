"use client";
import { useRef } from "react";
import { Combobox } from "#components/ui/Combobox.client";
import { Field } from "#components/ui/Field";
import type { Tag } from "#newsroom/tags/schema";
import type { TagActions } from "./tag-actions.ts";
import { tagOption } from "./tag-options.ts";

type Chosen = Pick<Tag, "id" | "name" | "kind">;

interface OtherTagProps {
  label: string;
  hint: string;
  /** Not to be chosen. */
  than: { id: string };
  value: Chosen | null;
  onChange: (tag: Chosen | null) => void;
  actions: Pick<TagActions, "suggestTags">;
}

/** Chooses one other tag by typing; a second takes the place of the first. */
export function OtherTag({ label, hint, than, value, onChange, actions }: OtherTagProps) {
  const known = useRef(new Map<string, Chosen>());
  async function suggest(typed: string) {
    const answer = await actions.suggestTags(typed);
    if (!answer.ok) throw new Error(answer.message);
    const others = answer.value.filter(({ id }) => id !== than.id);
    for (const tag of others) known.current.set(tag.id, tag);
    return others.map((tag) => tagOption(tag, typed));
  }
  return (
    <Field label={label} hint={hint}>
      {(control) => (
        <Combobox
          {...control}
          noun="tags"
          value={value ? [tagOption(value)] : []}
          suggest={suggest}
          onChange={(options) => onChange(known.current.get(options.at(-1)?.id ?? "") ?? null)}
        />
      )}
    </Field>
  );
}
