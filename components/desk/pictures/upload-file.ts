import type { z } from "zod";
import type { Answer, RefusalKind } from "#newsroom/kernel/answer";
import { pictureLimits } from "#newsroom/media/limits";
import { LibraryPage, UploadedPicture } from "#newsroom/media/schema";

const silent = "The newsroom does not answer. Please check the connection and try again.";
const refused = (fault: RefusalKind, message: string): Answer<never> => ({
  ok: false,
  fault,
  message,
  issues: [],
  detail: {},
  requestId: "",
});

/** What a file chooser offers; the newsroom looks at the content itself. */
export const acceptedFiles = "image/jpeg,image/png,image/webp,image/avif,image/gif";

interface Upload {
  /** Made by this window: sent again, it answers with the first picture. */
  id: string;
  /** The story within which it is uploaded. */
  storyId?: string;
  /** 0 to 1. */
  onProgress?: (part: number) => void;
}

/** Sends a file to the library. Never throws: what goes wrong is an answer with words. */
export function uploadFile(file: Blob, { id, storyId, onProgress }: Upload): Promise<Answer<UploadedPicture>> {
  if (file.size > pictureLimits.bytes)
    return Promise.resolve(refused("tooLarge", `This file is larger than ${pictureLimits.bytes / 1024 / 1024} MB.`));
  // `fetch` does not say how much has gone out.
  const request = new XMLHttpRequest();
  request.open("POST", `/api/pictures?${new URLSearchParams({ id, ...(storyId && { story: storyId }) })}`);
  request.upload.onprogress = ({ loaded, total }) => onProgress?.(total > 0 ? loaded / total : 0);
  return new Promise((resolve) => {
    request.onload = () => resolve(answerIn(request.status, request.responseText, UploadedPicture));
    request.onerror = request.onabort = request.ontimeout = () => resolve(refused("unavailable", silent));
    request.send(file);
  });
}

/** A page of the library. Never throws. */
export async function askLibrary(search: string, cursor: string | null): Promise<Answer<LibraryPage>> {
  const query = new URLSearchParams({ search, ...(cursor && { cursor }) });
  try {
    const response = await fetch(`/api/pictures?${query}`, { cache: "no-store", signal: AbortSignal.timeout(15_000) });
    return answerIn(response.status, await response.text(), LibraryPage);
  } catch {
    return refused("unavailable", silent);
  }
}

function answerIn<Value>(status: number, text: string, shape: z.ZodType<Value>): Answer<Value> {
  try {
    const json: unknown = JSON.parse(text);
    if (status === 200) return { ok: true, value: shape.parse(json) };
    const message = typeof json === "object" && json !== null ? Reflect.get(json, "message") : null;
    if (typeof message === "string") return refused(status === 401 ? "unauthenticated" : "invalid", message);
  } catch {
    // Said below: this was no answer of ours.
  }
  return refused("unavailable", silent);
}
