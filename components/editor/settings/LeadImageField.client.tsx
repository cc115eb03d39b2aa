"use client";
import { useState } from "react";
import { Button } from "#components/ui/Button";
import { Dialog } from "#components/ui/Dialog.client";
import { Field } from "#components/ui/Field";
import { pictureLimits } from "#newsroom/media/limits";
import type { LeadImage, LibraryPicture, PictureWords } from "#newsroom/media/schema";
import { PicturePicker } from "../../desk/pictures/PicturePicker.client.tsx";
import pictures from "../../desk/pictures/Pictures.module.css";
import { deskPictureAddress } from "../../desk/pictures/picture-address.ts";
import { pictureWords } from "../../desk/pictures/picture-words.ts";
import styles from "./LeadImageField.module.css";
import { SavedArea, SavedInput } from "./SavedInput.client.tsx";

interface LeadImageFieldProps {
  storyId: string;
  language: string;
  lead: LeadImage | null;
  disabled: boolean;
  error: string | undefined;
  onChange: (lead: LeadImage | null) => void;
}

/** The picture at the top of the story and on its card, with what this story says of it. */
export function LeadImageField({ storyId, language, lead, disabled, error, onChange }: LeadImageFieldProps) {
  const [isChoosing, setChoosing] = useState(false);

  function pick({ id, width, height, altText, caption, credit, focalPoint }: LibraryPicture) {
    setChoosing(false);
    onChange({ pictureId: id, width, height, altText, caption, credit, focalPoint });
  }

  const tell = (words: Partial<PictureWords>) => lead && onChange({ ...lead, ...words });

  return (
    <fieldset className={styles.lead}>
      <legend>Lead image</legend>
      {lead ? (
        <img
          className={pictures.chosen}
          src={deskPictureAddress({ id: lead.pictureId, width: lead.width }, 480)}
          width={lead.width}
          height={lead.height}
          alt={lead.altText}
        />
      ) : (
        <p className={styles.hint}>The picture at the top of the story and on its card. A story can do without.</p>
      )}
      {disabled ? null : (
        <div className={styles.buttons}>
          <Dialog
            wide
            open={isChoosing}
            onOpenChange={setChoosing}
            title="Lead image"
            trigger={
              <Button size="small" name="leadImage">
                {lead ? "Choose another…" : "Choose a picture…"}
              </Button>
            }
          >
            <PicturePicker storyId={storyId} onPick={pick} />
          </Dialog>
          {lead ? (
            <Button size="small" onClick={() => onChange(null)}>
              Take it out
            </Button>
          ) : null}
        </div>
      )}
      <p className={styles.error} aria-live="polite">
        {error}
      </p>
      {lead ? (
        // Words that are being typed belong to the picture that they were begun for.
        <div key={lead.pictureId} className={styles.words}>
          {pictureWords.map(({ name, label, hint, isLong }) => (
            <Field key={name} label={`${label} of the lead image`} hint={hint}>
              {(control) => {
                const text = { ...control, disabled, maxLength: pictureLimits[name], value: lead[name] };
                const save = (words: string) => tell({ [name]: words.trim() });
                return isLong ? (
                  <SavedArea {...text} lang={language} rows={2} onSave={save} />
                ) : (
                  <SavedInput {...text} onSave={save} />
                );
              }}
            </Field>
          ))}
        </div>
      ) : null}
    </fieldset>
  );
}
