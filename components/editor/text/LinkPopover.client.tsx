"use client";
import { type Editor, posToDOMRect } from "@tiptap/core";
import { type FormEvent, useState } from "react";
import { Button } from "#components/ui/Button";
import { Field } from "#components/ui/Field";
import { Popover } from "#components/ui/Popover.client";
import { TextInput } from "#components/ui/TextInput";
import styles from "./LinkPopover.module.css";
import { linkAddress } from "./link-address.ts";

interface LinkPopoverProps {
  editor: Editor;
  isOpen: boolean;
  onClose: () => void;
}

/** Asks for the address of a link beside the words that get it. */
export function LinkPopover({ editor, isOpen, onClose }: LinkPopoverProps) {
  const close = () => {
    onClose();
    editor.commands.focus();
  };
  const anchor = {
    getBoundingClientRect: () => {
      const { from, to } = editor.state.selection;
      return posToDOMRect(editor.view, from, to);
    },
  };
  return (
    <Popover
      title="Link"
      open={isOpen}
      onOpenChange={(open) => (open ? undefined : close())}
      anchor={anchor}
      align="center"
    >
      {isOpen ? <LinkForm editor={editor} onDone={close} /> : null}
    </Popover>
  );
}

function LinkForm({ editor, onDone }: { editor: Editor; onDone: () => void }) {
  const before: unknown = editor.getAttributes("link").href;
  const [typed, setTyped] = useState(typeof before === "string" ? before : "");
  const [error, setError] = useState<string | null>(null);

  function apply(event: FormEvent) {
    event.preventDefault();
    const href = linkAddress(typed);
    if (!href)
      return setError(
        "This cannot be linked. Use an address such as https://example.org, an e-mail address or /stories/…",
      );
    setLink(editor, href);
    onDone();
  }

  return (
    <form className={styles.form} onSubmit={apply}>
      <Field label="Address" error={error}>
        {(control) => (
          <TextInput
            {...control}
            value={typed}
            onChange={(event) => setTyped(event.target.value)}
            inputMode="url"
            autoComplete="off"
            autoCapitalize="none"
            spellCheck={false}
            placeholder="https://"
          />
        )}
      </Field>
      <div className={styles.buttons}>
        {before ? (
          <Button
            tone="quiet"
            onClick={() => {
              editor.chain().extendMarkRange("link").unsetLink().run();
              onDone();
            }}
          >
            Remove the link
          </Button>
        ) : null}
        <Button type="submit" tone="primary">
          {before ? "Change" : "Link"}
        </Button>
      </div>
    </form>
  );
}

/** Over the selected words or the link at the cursor; where there is neither, the address itself becomes the words. */
function setLink(editor: Editor, href: string) {
  const { empty } = editor.state.selection;
  if (empty && !editor.isActive("link"))
    editor
      .chain()
      .insertContent({ type: "text", text: href, marks: [{ type: "link", attrs: { href } }] })
      .unsetMark("link")
      .run();
  else editor.chain().extendMarkRange("link").setLink({ href }).run();
}
