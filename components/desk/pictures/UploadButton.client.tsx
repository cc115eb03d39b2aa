"use client";
import { ImagePlus } from "lucide-react";
import { useRef } from "react";
import { Button } from "#components/ui/Button";
import { acceptedFiles } from "./upload-file.ts";

interface UploadButtonProps {
  label: string;
  busy: boolean;
  multiple?: boolean;
  disabled?: boolean;
  size?: "small";
  onFiles: (files: readonly File[]) => void;
}

/** Opens the browser's file chooser. */
export function UploadButton({ label, busy, multiple = false, disabled = false, size, onFiles }: UploadButtonProps) {
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <Button busy={busy} disabled={disabled} onClick={() => input.current?.click()} {...(size && { size })}>
        <ImagePlus aria-hidden /> {busy ? "Uploading…" : label}
      </Button>
      <input
        ref={input}
        type="file"
        hidden
        multiple={multiple}
        accept={acceptedFiles}
        aria-label={label}
        onChange={({ target }) => {
          const files = [...(target.files ?? [])];
          // The same file may be chosen again after a refusal.
          target.value = "";
          if (files.length > 0) onFiles(files);
        }}
      />
    </>
  );
}
