import "server-only";
import type { z } from "zod";
import { parseBody } from "../body/schema.ts";
import { wordCount } from "../body/text.ts";
import { staffIdOf } from "../kernel/actor.ts";
import type { CommandContext, Tx } from "../kernel/context.ts";
import { conflict, forbidden, invalid } from "../kernel/faults.ts";
import { definedOf } from "../kernel/patch.ts";
import { newsroomSettings } from "../settings/queries.ts";
import { checkColumns, checkLeadImage, leadColumns, writeByline, writeTags } from "./columns.ts";
import { clientsOf, documentOf } from "./document/document.ts";
import { bytes } from "./document/document-store.ts";
import type { StoryText } from "./document/story-text.ts";
import { atHand, canCreateStory, canReadStory } from "./policy.ts";
import type { CreateStory } from "./schema.ts";

/** What only the desk knows of a story that begins. */
interface Beginning {
  /** A key of the workflow. */
  stage: string;
  brief?: string | null;
  assigneeId?: string | null;
  deskId?: string | null;
  dueAt?: Date | null;
}

/**
 * Makes a story with an empty or a first text. `isNew` is false where the same person made it with this id before.
 * @throws Fault invalid, forbidden; conflict for an id that is somebody else's
 */
export async function makeStory(
  context: CommandContext,
  { id, language, translationGroupId, columns = {}, text = {} }: z.output<typeof CreateStory>,
  beginning: Beginning,
): Promise<{ version: number; isNew: boolean }> {
  const { actor, now, tx } = context;
  if (!canCreateStory(actor)) throw forbidden("You may not create stories.");
  const staffId = staffIdOf(actor);
  await holdNewId(tx, id);
  const earlier = await tx.story.findUnique({ where: { id }, select: { version: true, createdById: true } });
  if (earlier && earlier.createdById !== staffId) throw conflict("This id is taken.");
  if (earlier) return { version: earlier.version, isNew: false };

  const settings = await newsroomSettings(tx);
  const { tagIds = [], byline = [], leadImage = null, ...plain } = columns;
  if (translationGroupId && translationGroupId !== id)
    await demandPlaceInGroup(context, translationGroupId, plain.language ?? language ?? settings.language);
  await checkColumns(tx, columns, { id, language: language ?? columns.language ?? settings.language });
  await checkLeadImage({ actor, tx }, leadImage, null);
  const { body: json, ...lines } = text;
  const written: Partial<StoryText> = { ...definedOf(lines), ...(json !== undefined && { body: parseBody(json) }) };
  const state = documentOf(written);
  const clients = clientsOf(state).map((clientId) => ({ clientId, staffId, since: now }));
  await tx.story.create({
    data: {
      language: language ?? settings.language,
      ...definedOf(plain),
      ...definedOf(beginning),
      ...leadColumns(leadImage),
      id,
      slug: plain.slug ?? id,
      slugChosen: plain.slug !== undefined,
      translationGroupId: translationGroupId ?? id,
      headline: written.headline ?? "",
      wordCount: written.body ? wordCount(written.body) : 0,
      createdById: staffId,
      createdAt: now,
      changedAt: now,
      document: {
        create: {
          state: bytes(state),
          clients: { create: clients },
          writers: staffId && Object.keys(written).length > 0 ? [staffId] : [],
        },
      },
    },
  });
  await writeTags(tx, id, tagIds);
  await writeByline(tx, id, byline);
  return { version: 1, isNew: true };
}

/** Of two that are made with one id at once, the second waits here for the first and finds it. */
export async function holdNewId(tx: Tx, id: string): Promise<void> {
  await tx.$queryRaw`select pg_advisory_xact_lock(hashtextextended(${id}, 0))::text`;
}

/** A translation joins stories that its writer may read, as the only one in its language. @throws Fault invalid */
async function demandPlaceInGroup({ actor, tx }: CommandContext, translationGroupId: string, language: string) {
  const group = await tx.story.findMany({
    where: { translationGroupId },
    select: { language: true, ...atHand },
  });
  if (!group.some((story) => canReadStory(actor, story)))
    throw invalid([{ path: "translationGroupId", message: "There is no such story to translate." }]);
  if (group.some((story) => story.language === language))
    throw invalid([{ path: "language", message: "This story exists in that language already." }]);
}
