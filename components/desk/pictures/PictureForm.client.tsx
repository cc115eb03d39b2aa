"use client";
import { type FormEvent, useState } from "react";
import { Button } from "#components/ui/Button";
import { StatusLine } from "#components/ui/StatusLine";
import type { FocalPoint, LibraryPicture } from "#newsroom/media/schema";
import { UnsentNotice } from "../../unsent/UnsentNotice.client.tsx";
import { useUnsent } from "../../unsent/useUnsent.ts";
import { useAsking } from "../people/use-asking.client.ts";
import { FocalPointField } from "./FocalPointField.client.tsx";
import styles from "./Pictures.module.css";
import { PictureWordFields } from "./PictureWordFields.client.tsx";
import type { PictureActions } from "./picture-actions.ts";

interface PictureFormProps {
  picture: LibraryPicture;
  actions: Pick<PictureActions, "describePicture" | "removePicture">;
  onSaved: () => void;
  onRemoved: () => void;
}

/** What the library says of a picture. */
export function PictureForm({ picture, actions, onSaved, onRemoved }: PictureFormProps) {
  const { ask, isAsking, refusal, issueAt } = useAsking();
  const unsent = useUnsent(`picture ${picture.id}`, {
    altText: picture.altText,
    caption: picture.caption,
    credit: picture.credit,
  });
  const [focalPoint, setFocalPoint] = useState<FocalPoint | null>(picture.focalPoint);
  const at = { pictureId: picture.id, version: picture.version };
  const disabled = !picture.can.describe;

  function submit(event: FormEvent) {
    event.preventDefault();
    ask(
      () => actions.describePicture({ ...at, changes: { ...unsent.words, focalPoint } }),
      () => {
        unsent.sent();
        onSaved();
      },
    );
  }

  return (
    <form className={styles.details} onSubmit={submit}>
      <FocalPointField picture={picture} value={focalPoint} disabled={disabled} onChange={setFocalPoint} />
      <div className={styles.fields}>
        <PictureWordFields
          words={unsent.words}
          disabled={disabled}
          issueAt={(name) => issueAt(`changes.${name}`)}
          onChange={unsent.set}
        />
        <UnsentNotice of={unsent} />
        <p className={styles.facts}>
          {picture.width.toLocaleString("en")} × {picture.height.toLocaleString("en")} pixels
          {picture.uploadedBy ? `, uploaded by ${picture.uploadedBy}` : null}. Stories that have it keep their own
          words.
        </p>
        <StatusLine tone="danger">{refusal?.message}</StatusLine>
        <div className={styles.buttons}>
          {picture.can.remove ? (
            <Button tone="danger" busy={isAsking} onClick={() => ask(() => actions.removePicture(at), onRemoved)}>
              Remove
            </Button>
          ) : null}
          {disabled ? null : (
            <Button type="submit" tone="primary" busy={isAsking}>
              Save
            </Button>
          )}
        </div>
      </div>
    </form>
  );
}
