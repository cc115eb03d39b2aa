import { z } from "zod";

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

/** Asks for a story's document anew; null when it cannot be had at the moment. */
export async function loadDocument(storyId: string): Promise<LoadedDocument | null> {
  try {
    const answer = await fetch(`/api/stories/${storyId}/document`, {
      redirect: "manual",
      cache: "no-store",
      signal: AbortSignal.timeout(answerMs),
    });
    return answer.ok ? (Loaded.safeParse(await answer.json()).data ?? null) : null;
  } catch {
    return null;
  }
}
