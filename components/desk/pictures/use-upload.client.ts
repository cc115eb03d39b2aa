import { useState } from "react";
import { uuidv7 } from "uuidv7";
import type { LibraryPicture } from "#newsroom/media/schema";
import { uploadFile } from "./upload-file.ts";

interface UploadState {
  isBusy: boolean;
  isRefused: boolean;
  /** How it goes and how it went. */
  words: string | null;
}

const idle: UploadState = { isBusy: false, isRefused: false, words: null };

/** Uploads files one after the other and says how it goes. */
export function useUpload(storyId?: string) {
  const [state, setState] = useState(idle);

  /** The pictures that came of it; fewer than files if some were refused. */
  async function uploadAll(files: readonly File[]): Promise<LibraryPicture[]> {
    const pictures: LibraryPicture[] = [];
    const said: string[] = [];
    let isRefused = false;
    for (const [at, file] of files.entries()) {
      const of = files.length > 1 ? ` (${at + 1} of ${files.length})` : "";
      const onProgress = (part: number) =>
        setState({
          isBusy: true,
          isRefused: false,
          words: part < 1 ? `Uploading ${file.name}${of}: ${Math.round(part * 100)} %` : `Preparing ${file.name}${of}…`,
        });
      onProgress(0);
      const answer = await uploadFile(file, { id: uuidv7(), onProgress, ...(storyId && { storyId }) });
      if (answer.ok) pictures.push(answer.value.picture);
      if (answer.ok && answer.value.wasThere)
        said.push(`${file.name} is in the library already: that picture is used.`);
      if (!answer.ok) {
        isRefused = true;
        said.push(`${file.name}: ${answer.message}`);
      }
    }
    const done =
      pictures.length === 1 ? "The picture is in the library." : `${pictures.length} pictures are in the library.`;
    setState({ isBusy: false, isRefused, words: said.length > 0 ? said.join(" ") : pictures.length > 0 ? done : null });
    return pictures;
  }

  return { uploadAll, state };
}
