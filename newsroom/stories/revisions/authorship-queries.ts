import "server-only";
import { deskDb } from "#lib/db/desk";
import type { Actor } from "../../kernel/actor.ts";
import { newestDocument, storedDocument } from "../document/document-store.ts";
import { movesOf } from "../moves/moves-store.ts";
import { deskStory } from "../queries.ts";
import { type TypedBlock, typedBlocks } from "./authorship.ts";

export interface WrittenRun {
  text: string;
  /** Null for the program itself, and for what is not known any more. */
  by: { id: string; name: string } | null;
  /** When this person first wrote in the window that these words came from. */
  since: Date | null;
}

export interface WrittenBlock {
  kind: string;
  runs: WrittenRun[];
}

/** So many changes of hand are shown; a longer text is shown to there. */
const mostRuns = 5_000;

/** Who wrote what in a story's text as it stands, block by block. @throws Fault notFound */
export async function whoWrote(actor: Actor, storyId: string): Promise<{ blocks: WrittenBlock[]; isCut: boolean }> {
  await deskStory(actor, storyId);
  const [stored, clients, moves] = await Promise.all([
    storedDocument(deskDb(), storyId),
    deskDb().documentClient.findMany({ where: { storyId }, select: { clientId: true, staffId: true, since: true } }),
    movesOf(storyId),
  ]);
  const staff = await deskDb().staff.findMany({
    where: { id: { in: [...new Set(clients.flatMap(({ staffId }) => staffId ?? []))] } },
    select: { id: true, name: true },
  });
  const people = new Map(staff.map((person) => [person.id, person]));
  const hands = new Map(
    clients.map(({ clientId, staffId, since }) => [
      Number(clientId),
      { by: (staffId && people.get(staffId)) || null, since },
    ]),
  );
  const blocks: WrittenBlock[] = [];
  let left = mostRuns;
  for (const block of typedBlocks(newestDocument(stored), moves)) {
    if (left <= 0) return { blocks, isCut: true };
    const written = writtenBlock(block, hands);
    left -= written.runs.length;
    blocks.push(written);
  }
  return { blocks, isCut: false };
}

/** One person may have written in many windows: their words are one run. */
function writtenBlock({ kind, runs }: TypedBlock, hands: Map<number, Omit<WrittenRun, "text">>): WrittenBlock {
  const written: WrittenRun[] = [];
  for (const { client, text } of runs) {
    const { by, since } = hands.get(client) ?? { by: null, since: null };
    const last = written.at(-1);
    if (last && last.by?.id === by?.id && (last.since === null) === (since === null)) {
      last.text += text;
      if (last.since && since && since < last.since) last.since = since;
    } else written.push({ text, by, since });
  }
  return { kind, runs: written };
}
