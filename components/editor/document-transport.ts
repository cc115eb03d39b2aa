import { z } from "zod";
import type { Body } from "#newsroom/body/body";
import type { StoryText } from "#newsroom/stories/story-text";
import { fromBase64, toBase64 } from "./base64.ts";
import type { Write, WriteAnswer } from "./write-queue.ts";

/** The story's document as the newsroom holds it. */
export interface LoadedDocument {
  seq: number;
  /** The whole state, a Yjs update in base64. */
  update: string;
}

export interface DocumentTransport {
  send(write: Write): Promise<WriteAnswer>;
  /** Null when it cannot be had at the moment. */
  load(): Promise<LoadedDocument | null>;
}

const answerMs = 30_000;
/** What browsers let a page send while it goes away. */
const keepaliveBytes = 60_000;

const Seq = z.int().min(0);
const Text: z.ZodType<StoryText> = z.object({
  kicker: z.string(),
  headline: z.string(),
  standfirst: z.string(),
  teaser: z.string(),
  body: z.custom<Body>((body) => typeof body === "object" && body !== null),
});
const Stored = z.object({ seq: Seq, savedAt: z.coerce.date() });
const Behind = z.object({ seq: Seq, update: z.base64(), theirs: Text, mine: Text, revisionId: z.string() });
const Loaded = z.object({ seq: Seq, update: z.base64() });
const Refused = z.object({
  message: z.string(),
  issues: z.array(z.object({ path: z.string(), message: z.string() })).default([]),
  detail: z.record(z.string(), z.unknown()).default({}),
});

/** The way of a story's text over HTTP. An answer that is not understood is never taken for a yes. */
export function documentTransport(storyId: string, fetch = globalThis.fetch.bind(globalThis)): DocumentTransport {
  const address = `/api/stories/${storyId}/document`;
  return {
    async send({ writeId, baseSeq, update }) {
      const body = JSON.stringify({ writeId, baseSeq, update: toBase64(update) });
      const answer = await fetch(address, {
        method: "POST",
        headers: { "content-type": "application/json" },
        body,
        // A small write outlives the page that sent it.
        keepalive: body.length < keepaliveBytes,
        redirect: "manual",
        signal: AbortSignal.timeout(answerMs + Math.round(body.length / 20)),
      });
      return writeAnswer(answer, await jsonOf(answer));
    },
    async load() {
      try {
        const answer = await fetch(address, {
          redirect: "manual",
          cache: "no-store",
          signal: AbortSignal.timeout(answerMs),
        });
        return answer.ok ? (Loaded.safeParse(await jsonOf(answer)).data ?? null) : null;
      } catch {
        return null;
      }
    },
  };
}

const jsonOf = (answer: Response): Promise<unknown> => answer.json().catch(() => null);

const gibberish: WriteAnswer = { kind: "broken", why: "the newsroom's answer could not be read." };

function writeAnswer(answer: Response, json: unknown): WriteAnswer {
  if (answer.type === "opaqueredirect" || answer.status === 401) return { kind: "signedOut" };
  if (answer.ok) {
    const stored = Stored.safeParse(json).data;
    return stored ? { kind: "stored", ...stored } : gibberish;
  }
  const { message = "", issues = [], detail = {} } = Refused.safeParse(json).data ?? {};
  switch (answer.status) {
    case 409:
      return conflictAnswer(detail);
    case 403:
    case 404:
    case 410:
      return { kind: "barred", why: message || "this story cannot be written here any more." };
    case 400:
    case 422:
      return { kind: "refused", why: message || "the newsroom cannot store this.", unreadable: isUnreadable(issues) };
    case 413:
      return { kind: "refused", why: "this is more than the newsroom takes at once.", unreadable: false };
    case 429:
      return {
        kind: "broken",
        why: message || "too many tries.",
        retryAfterMs: Number(detail.retryAfterSeconds ?? 5) * 1_000 || 5_000,
      };
    default:
      return { kind: "broken", why: message || `the newsroom answered ${answer.status}.` };
  }
}

function conflictAnswer(detail: unknown): WriteAnswer {
  const behind = Behind.safeParse(detail).data;
  if (!behind) return gibberish;
  const { update, ...conflict } = behind;
  return { kind: "conflict", conflict: { ...conflict, lacks: fromBase64(update) } };
}

/** The newsroom lacks what this change builds on, or the change was garbled on its way. */
const isUnreadable = (issues: { path: string }[]): boolean =>
  issues.some(({ path }) => path === "update" || path === "baseSeq");
