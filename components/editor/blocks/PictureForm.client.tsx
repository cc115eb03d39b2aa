"use client";
import { useState } from "react";
import { Button } from "#components/ui/Button";
import type { Picture } from "#newsroom/body/body";
import { PicturePicker } from "../../desk/pictures/PicturePicker.client.tsx";
import pictures from "../../desk/pictures/Pictures.module.css";
import { PictureWordFields } from "../../desk/pictures/PictureWordFields.client.tsx";
import { deskPictureAddress } from "../../desk/pictures/picture-address.ts";
import { BlockForm, type BlockFormProps } from "./BlockForm.client.tsx";
import { pictureAttrs } from "./picture-attrs.ts";

interface PictureFormProps extends BlockFormProps<Picture["attrs"] | null, Picture["attrs"]> {
  storyId: string;
}

/** A picture of the library, and what this story says of it. */
export function PictureForm({ storyId, before, onTyped, onDone }: PictureFormProps) {
  const [attrs, setAttrs] = useState(before);
  if (!attrs) return <PicturePicker storyId={storyId} onPick={(picture) => setAttrs(pictureAttrs(picture))} />;

  function send() {
    if (attrs)
      onDone({
        ...attrs,
        altText: attrs.altText.trim(),
        caption: attrs.caption.trim(),
        credit: attrs.credit.trim(),
      });
  }

  return (
    <BlockForm isNew={before === null} onTyped={onTyped} onSend={send}>
      <img
        className={pictures.chosen}
        src={deskPictureAddress({ id: attrs.pictureId, width: attrs.width }, 480)}
        width={attrs.width}
        height={attrs.height}
        alt={attrs.altText}
      />
      <div>
        <Button size="small" onClick={() => setAttrs(null)}>
          Choose another…
        </Button>
      </div>
      {/* The words are what it is opened for; a picture that was just picked goes with its button, and the focus with it. */}
      <PictureWordFields words={attrs} autoFocus onChange={(changed) => setAttrs({ ...attrs, ...changed })} />
    </BlockForm>
  );
}
