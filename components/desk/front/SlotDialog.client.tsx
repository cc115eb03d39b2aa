"use client";
import { type FormEvent, useRef, useState } from "react";
import { Button } from "#components/ui/Button";
import { Combobox } from "#components/ui/Combobox.client";
import { Dialog } from "#components/ui/Dialog.client";
import { Field } from "#components/ui/Field";
import { StatusLine } from "#components/ui/StatusLine";
import type { DeskSlot, Named, Slot } from "#newsroom/fronts/schema";
import type { ComboboxOption } from "../../ui/combobox-options.ts";
import { tagOption } from "../tags/tag-options.ts";
import type { FrontActions } from "./front-actions.ts";

interface SlotDialogProps {
  /** Of the place. */
  name: string;
  slot: DeskSlot;
  sections: readonly Named[];
  actions: Pick<FrontActions, "storiesForFront" | "suggestTags">;
  busy: boolean;
  issueAt: (field: keyof Slot) => string | null;
  error: string | null;
  onChoose: (slot: Slot) => void;
  onClose: () => void;
}

/** Chooses what stands in one place: a story, and of what the newest stands there without it. */
export function SlotDialog({
  name,
  slot,
  sections,
  actions,
  busy,
  issueAt,
  error,
  onChoose,
  onClose,
}: SlotDialogProps) {
  const [story, setStory] = useState(() => options(slot.story));
  const [source, setSource] = useState(() => [...options(slot.section, "section"), ...options(slot.tag, "tag")]);
  const sectionIds = useRef(new Set(sections.map(({ id }) => id)));

  async function suggestStories(typed: string): Promise<ComboboxOption[]> {
    const answer = await actions.storiesForFront(typed);
    if (!answer.ok) throw new Error(answer.message);
    return answer.value.map(({ id, headline, section }) => ({
      id,
      label: headline,
      foundFor: typed,
      ...(section && { hint: section }),
    }));
  }

  async function suggestTags(typed: string): Promise<ComboboxOption[]> {
    const answer = await actions.suggestTags(typed);
    if (!answer.ok) throw new Error(answer.message);
    return answer.value.map((tag) => ({ ...tagOption(tag, typed), hint: "tag" }));
  }

  function submit(event: FormEvent) {
    event.preventDefault();
    const from = source[0]?.id ?? null;
    const isSection = from !== null && sectionIds.current.has(from);
    onChoose({
      storyId: story[0]?.id ?? null,
      sectionId: isSection ? from : null,
      tagId: isSection ? null : from,
    });
  }

  const [wrongStory, wrongSource] = [issueAt("storyId"), issueAt("sectionId") ?? issueAt("tagId")];
  return (
    <Dialog
      title={`What stands here: ${name}`}
      open
      onOpenChange={(open) => (open || busy ? undefined : onClose())}
      footer={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button type="submit" form="front-slot" tone="primary" busy={busy}>
            {busy ? "Putting…" : "Put on the front"}
          </Button>
        </>
      }
    >
      <form id="front-slot" onSubmit={submit}>
        <Field label="Story" hint="A live one. It stays here until it is taken off, or down" error={wrongStory}>
          {(control) => (
            <Combobox
              {...control}
              noun="live stories"
              placeholder="None: the place is filled by itself"
              value={story}
              suggest={suggestStories}
              onChange={(chosen) => setStory(chosen.slice(-1))}
            />
          )}
        </Field>
        <Field label="Without one, the newest story of" hint="A section or a tag" error={wrongSource}>
          {(control) => (
            <Combobox
              {...control}
              noun="sections or tags"
              placeholder="The whole paper"
              value={source}
              options={sections.map(({ id, name: label }) => ({ id, label, hint: "section" }))}
              suggest={suggestTags}
              onChange={(chosen) => setSource(chosen.slice(-1))}
            />
          )}
        </Field>
        <StatusLine tone="danger">{error && !wrongStory && !wrongSource ? error : null}</StatusLine>
      </form>
    </Dialog>
  );
}

const options = (named: Named | null, hint?: string): ComboboxOption[] =>
  named ? [{ id: named.id, label: named.name, ...(hint && { hint }) }] : [];
