"use client";
import { useState } from "react";
import { Button } from "#components/ui/Button";
import { Field } from "#components/ui/Field";
import { TextArea } from "#components/ui/TextArea";
import { TextInput } from "#components/ui/TextInput";
import type { Picture } from "#newsroom/body/body";
import { pictureLimits } from "#newsroom/media/limits";
import { PicturePicker } from "../../desk/pictures/PicturePicker.client.tsx";
import pictures from "../../desk/pictures/Pictures.module.css";
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
      <Field label="Alt text" hint="What it shows, for those who cannot see it">
        {(control) => (
          <TextArea
            {...control}
            // The words are what it is opened for; a picture that was just picked goes with its button, and the focus with it.
            autoFocus
            rows={2}
            value={attrs.altText}
            maxLength={pictureLimits.altText}
            onChange={({ target }) => setAttrs({ ...attrs, altText: target.value })}
          />
        )}
      </Field>
      <Field label="Caption" hint="Who and what is seen, where, when">
        {(control) => (
          <TextArea
            {...control}
            rows={2}
            value={attrs.caption}
            maxLength={pictureLimits.caption}
            onChange={({ target }) => setAttrs({ ...attrs, caption: target.value })}
          />
        )}
      </Field>
      <Field label="Credit" hint="Photographer/agency">
        {(control) => (
          <TextInput
            {...control}
            value={attrs.credit}
            maxLength={pictureLimits.credit}
            onChange={({ target }) => setAttrs({ ...attrs, credit: target.value })}
          />
        )}
      </Field>
    </BlockForm>
  );
}
