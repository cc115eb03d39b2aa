"use client";
import type { Editor } from "@tiptap/core";
import { useState } from "react";
import { flushSync } from "react-dom";
import { AlertDialog } from "#components/ui/AlertDialog.client";
import { Dialog } from "#components/ui/Dialog.client";
import type { Asked } from "./asked.ts";
import { CaptionForm } from "./CaptionForm.client.tsx";
import { EmbedForm } from "./EmbedForm.client.tsx";
import { insertBlock } from "./insert-block.ts";
import { MoneyForm } from "./MoneyForm.client.tsx";
import { PictureForm } from "./PictureForm.client.tsx";
import { RateBoxForm } from "./RateBoxForm.client.tsx";

interface BlockDialogProps {
  storyId: string;
  editor: Editor;
  asked: Asked | null;
  onClose: () => void;
}

const titles: Record<Asked["kind"], string> = {
  embed: "Embed",
  picture: "Picture",
  rateBox: "Rate box",
  money: "Money",
  caption: "Caption of the table",
};

/** Asks for what a block cannot be typed as. */
export function BlockDialog({ storyId, editor, asked, onClose }: BlockDialogProps) {
  const [isTyped, setTyped] = useState(false);
  const [isLeaving, setLeaving] = useState(false);
  if (!asked) return null;
  const isNew = asked.kind !== "caption" && asked.before === null;
  /** The text has the focus before the next key: whoever types on at once loses no letter, however slow the machine. */
  const close = () => {
    setTyped(false);
    setLeaving(false);
    flushSync(onClose);
    editor.view.focus();
  };
  const done = (attrs: object) => {
    if (asked.kind === "caption") editor.commands.updateAttributes("table", attrs);
    else if (!isNew) editor.commands.updateAttributes(asked.kind, attrs);
    else if (asked.kind === "money") editor.commands.insertContent({ type: "money", attrs: { ...attrs } });
    else editor.commands.command(({ tr }) => insertBlock(tr, { type: asked.kind, attrs: { ...attrs } }));
    close();
  };
  const form = { onTyped: () => setTyped(true), onDone: done };
  return (
    <Dialog
      wide={asked.kind === "picture"}
      title={titles[asked.kind]}
      open
      onOpenChange={(open) => {
        if (open) return;
        if (isTyped) setLeaving(true);
        else close();
      }}
      finalFocus={false}
    >
      {asked.kind === "embed" ? <EmbedForm before={asked.before} {...form} /> : null}
      {asked.kind === "picture" ? <PictureForm storyId={storyId} before={asked.before} {...form} /> : null}
      {asked.kind === "rateBox" ? <RateBoxForm before={asked.before} {...form} /> : null}
      {asked.kind === "money" ? <MoneyForm before={asked.before} {...form} /> : null}
      {asked.kind === "caption" ? <CaptionForm before={asked.before} {...form} /> : null}
      <AlertDialog
        title="Leave without what you typed?"
        description={`It is not in the text yet: ${isNew ? "Insert" : "Change"} puts it there.`}
        open={isLeaving}
        onOpenChange={setLeaving}
        cancelLabel="Go on"
        confirmLabel="Leave"
        tone="danger"
        onConfirm={close}
      />
    </Dialog>
  );
}
