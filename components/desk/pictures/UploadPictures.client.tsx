"use client";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { StatusLine } from "#components/ui/StatusLine";
import styles from "./Pictures.module.css";
import { UploadButton } from "./UploadButton.client.tsx";
import { useUpload } from "./use-upload.client.ts";

/** Files into the library, by a button or dropped on it, one after the other. */
export function UploadPictures() {
  const router = useRouter();
  const { uploadAll, state } = useUpload();
  const [isOver, setOver] = useState(false);
  const take = async (files: readonly File[]) => {
    await uploadAll(files);
    router.refresh();
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: a place to drop on; the button in it does the same by keys.
    <div
      className={styles.drop}
      data-over={isOver || undefined}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault();
        setOver(false);
        void take([...event.dataTransfer.files]);
      }}
    >
      <UploadButton multiple label="Upload pictures…" busy={state.isBusy} onFiles={(files) => void take(files)} />
      <p className={styles.facts}>or drop them here: JPEG, PNG, WebP, AVIF or GIF, up to 25 MB each</p>
      <StatusLine tone={state.isRefused ? "danger" : "info"}>{state.words}</StatusLine>
    </div>
  );
}
