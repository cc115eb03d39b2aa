import "server-only";
import type * as Y from "yjs";
import { staffIdOf } from "../../kernel/actor.ts";
import type { CommandContext, Tx } from "../../kernel/context.ts";
import { Fault } from "../../kernel/faults.ts";
import { cutRevision } from "../revisions/revisions.ts";
import type { StoryInHand } from "../story-at-hand.ts";
import { textOf } from "./document.ts";
import type { StoryText } from "./story-text.ts";

/** The autosave that stands: when it was cut, and whose work came next. */
interface Standing {
  createdAt: Date;
  createdById: string | null;
}

const minute = 60_000;

/** After so much work the text before it is a new one. */
const stretchMs = 10 * minute;

/** People who write at once take turns: not each of their turns is a new stretch of work. */
const turnMs = 2 * minute;

/** Is what stands in the newsroom now, before `writer` goes on, to be kept in place of the autosave that stands? */
export function autosaveIsDue(standing: Standing | null, writer: string | null, now: Date): boolean {
  if (!standing) return true;
  const age = now.getTime() - standing.createdAt.getTime();
  return age >= stretchMs || (age >= turnMs && standing.createdById !== writer);
}

/**
 * Rolls a story's autosave forward and notes who writes. For the transaction that stores text, with the story in hand:
 * `before` gives the document without that text and is asked only when the autosave is due, `seq` is how many updates made it.
 */
export async function rollAutosave(
  context: CommandContext,
  story: StoryInHand,
  seq: number,
  before: () => Y.Doc | Promise<Y.Doc>,
): Promise<void> {
  const { tx, now } = context;
  const writer = staffIdOf(context.actor);
  const standing = await tx.revision.findFirst({
    where: { storyId: story.id, kind: "autosave" },
    select: { id: true, createdAt: true, createdById: true },
  });
  const text = autosaveIsDue(standing, writer, now) ? readable(await before()) : null;
  if (text) {
    // A new row with a new id: an id that somebody looks at never means another text.
    if (standing) await tx.revision.delete({ where: { id: standing.id } });
    await cutRevision(context, story, text, { kind: "autosave", documentSeq: seq, storyVersion: story.version });
  }
  if (writer) await noteWriters(tx, story.id, [writer]);
}

/** They typed since the last kept revision. */
export async function noteWriters(tx: Tx, storyId: string, writers: string[]): Promise<void> {
  for (const writer of writers)
    await tx.$executeRaw`update "StoryDocument" set "writers" = array_append("writers", ${writer}::uuid)
      where "storyId" = ${storyId}::uuid and not ${writer}::uuid = any("writers")`;
}

/** A text that cannot be read as a whole must not stop the one that mends it. */
function readable(doc: Y.Doc): StoryText | null {
  try {
    return textOf(doc);
  } catch (error) {
    if (error instanceof Fault) return null;
    throw error;
  }
}
