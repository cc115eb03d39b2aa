"use client";
import { type FormEvent, useEffect, useRef, useState } from "react";
import { Button } from "#components/ui/Button";
import { Field } from "#components/ui/Field";
import { StatusLine } from "#components/ui/StatusLine";
import { TextInput } from "#components/ui/TextInput";
import type { LibraryPage, LibraryPicture } from "#newsroom/media/schema";
import styles from "./Pictures.module.css";
import { deskPictureAddress } from "./picture-address.ts";
import { UploadButton } from "./UploadButton.client.tsx";
import { askLibrary } from "./upload-file.ts";
import { useUpload } from "./use-upload.client.ts";

interface PicturePickerProps {
  /** The story for which it is chosen: what is uploaded belongs to it. */
  storyId: string;
  onPick: (picture: LibraryPicture) => void;
}

/** One picture out of the library, or a new one. */
export function PicturePicker({ storyId, onPick }: PicturePickerProps) {
  const [typed, setTyped] = useState("");
  const [page, setPage] = useState<LibraryPage | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const [isAsking, setAsking] = useState(false);
  const asked = useRef(0);
  const { uploadAll, state } = useUpload(storyId);

  async function look(search: string, after: LibraryPage | null) {
    const turn = ++asked.current;
    setAsking(true);
    const answer = await askLibrary(search, after?.next ?? null);
    if (turn !== asked.current) return;
    setAsking(false);
    setProblem(answer.ok ? null : answer.message);
    if (answer.ok) setPage({ ...answer.value, pictures: [...(after?.pictures ?? []), ...answer.value.pictures] });
  }

  // biome-ignore lint/correctness/useExhaustiveDependencies: the newest are looked up once, when it opens.
  useEffect(() => void look("", null), []);

  async function upload(files: readonly File[]) {
    const [picture] = await uploadAll(files);
    if (picture) onPick(picture);
  }

  function submit(event: FormEvent) {
    event.preventDefault();
    event.stopPropagation();
    void look(typed, null);
  }

  return (
    <div className={styles.picker}>
      <UploadButton label="Upload a picture…" busy={state.isBusy} onFiles={(files) => void upload(files)} />
      <StatusLine tone={state.isRefused ? "danger" : "info"}>{state.words}</StatusLine>
      <form className={styles.form} onSubmit={submit}>
        <Field label="Search the library" className={styles.words}>
          {(control) => (
            <TextInput {...control} type="search" value={typed} onChange={({ target }) => setTyped(target.value)} />
          )}
        </Field>
        <Button type="submit" busy={isAsking}>
          Search
        </Button>
      </form>
      <StatusLine tone="danger">{problem}</StatusLine>
      {page?.pictures.length === 0 ? <p className={styles.facts}>No picture has these words.</p> : null}
      <ul className={styles.grid} aria-label="Library">
        {page?.pictures.map((picture) => (
          <li key={picture.id}>
            <button type="button" className={styles.card} onClick={() => onPick(picture)}>
              <img
                className={styles.thumbnail}
                src={deskPictureAddress(picture, 480)}
                width={picture.width}
                height={picture.height}
                alt={picture.altText || picture.caption || "Picture without alt text"}
                loading="lazy"
              />
              <span className={styles.under} dir="auto">
                {picture.credit || "No credit"}
              </span>
            </button>
          </li>
        ))}
      </ul>
      {page?.next ? (
        <div>
          <Button busy={isAsking} onClick={() => void look(typed, page)}>
            Older pictures
          </Button>
        </div>
      ) : null}
    </div>
  );
}
