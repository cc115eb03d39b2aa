"use client";
import { type FormEvent, useState } from "react";
import { Button } from "#components/ui/Button";
import type { Picture } from "#newsroom/body/body";
import { PicturePicker } from "../../desk/pictures/PicturePicker.client.tsx";
import pictures from "../../desk/pictures/Pictures.module.css";
import { PictureWordFields } from "../../desk/pictures/PictureWordFields.client.tsx";
import { deskPictureAddress } from "../../desk/pictures/picture-address.ts";
import styles from "./BlockDialog.module.css";
import { FormFoot } from "./FormFoot.tsx";
import { pictureAttrs } from "./picture-attrs.ts";

interface PictureFormProps {
  storyId: string;
  before: Picture["attrs"] | null;
  onDone: (attrs: Picture["attrs"]) => void;
}

/** A picture of the library, and what this story says of it. */
export function PictureForm({ storyId, before, onDone }: PictureFormProps) {
  const [attrs, setAttrs] = useState(before);
  if (!attrs) return <PicturePicker storyId={storyId} onPick={(picture) => setAttrs(pictureAttrs(picture))} />;

  function submit(event: FormEvent) {
    event.preventDefault();
    event.stopPropagation();
    if (attrs)
      onDone({
        ...attrs,
        altText: attrs.altText.trim(),
        caption: attrs.caption.trim(),
        credit: attrs.credit.trim(),
      });
  }

  return (
    <form className={styles.form} onSubmit={submit}>
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
      <PictureWordFields words={attrs} onChange={(changed) => setAttrs({ ...attrs, ...changed })} />
      <FormFoot isNew={before === null} />
    </form>
  );
}
