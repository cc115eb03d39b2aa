import { z } from "zod";
import { NotOpened } from "./not-opened.ts";

/** The story's document as the newsroom holds it. */
export interface LoadedDocument {
  /** How many updates were ever stored. */
  seq: number;
  /** Counts up when the text was put back to a good state. */
  generation: number;
  /** The whole state, a Yjs update in base64. */
  update: string;
}

const answerMs = 30_000;
const Loaded = z.object({ seq: z.int().min(0), generation: z.int().min(1), update: z.base64() });

/** Asks for a story's document anew. @throws NotOpened */
export async function loadDocument(storyId: string, signal?: AbortSignal): Promise<LoadedDocument> {
  const answer = await answerOf(storyId, signal);
  if (answer.status === 401) throw new NotOpened("signedOut");
  if (answer.status === 403 || answer.status === 404) throw new NotOpened("gone");
  const { data } = Loaded.safeParse(answer.json);
  if (!data) throw new NotOpened("failing");
  return data;
}

/** `json`: undefined where it is none. @throws NotOpened if nothing answers */
async function answerOf(storyId: string, signal?: AbortSignal): Promise<{ status: number; json: unknown }> {
  const stop = new AbortController();
  const tooLate = setTimeout(() => stop.abort(), answerMs);
  if (signal?.aborted) stop.abort();
  signal?.addEventListener("abort", () => stop.abort());
  try {
    const answer = await fetch(`/api/stories/${storyId}/document`, {
      redirect: "manual",
      cache: "no-store",
      signal: stop.signal,
    });
    const text = await answer.text();
    return { status: answer.status, json: answer.ok ? jsonIn(text) : undefined };
  } catch {
    throw new NotOpened("silent");
  } finally {
    clearTimeout(tooLate);
  }
}

function jsonIn(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
