import "server-only";
import { parseBody } from "../../body/schema.ts";
import { wordCount } from "../../body/text.ts";
import { staffIdOf } from "../../kernel/actor.ts";
import { command } from "../../kernel/command.ts";
import type { CommandContext } from "../../kernel/context.ts";
import { conflict, forbidden, invalid } from "../../kernel/faults.ts";
import { definedOf } from "../../kernel/patch.ts";
import { newsroomSettings } from "../../settings/queries.ts";
import { checkColumns, writeByline, writeTags } from "../columns.ts";
import { clientsOf, documentOf } from "../document.ts";
import { bytes } from "../document-store.ts";
import { canCreateStory, canReadStory } from "../policy.ts";
import { CreateStory } from "../schema.ts";
import type { StoryText } from "../story-text.ts";

/** Makes a story; asked twice with the same id it answers with the first one. @throws Fault invalid, forbidden */
export const createStory = command({
  name: "story.create",
  input: CreateStory,
  async run(context, { id, language, translationGroupId, columns = {}, text = {} }) {
    const { actor, now, tx, emit } = context;
    if (!canCreateStory(actor)) throw forbidden("You may not create stories.");
    const earlier = await tx.story.findUnique({ where: { id }, select: { version: true, createdById: true } });
    if (earlier && earlier.createdById !== staffIdOf(actor)) throw conflict("This id is taken.");
    if (earlier) return { id, version: earlier.version };

    const settings = await newsroomSettings(tx);
    const { tagIds = [], byline = [], ...plain } = columns;
    if (translationGroupId && translationGroupId !== id)
      await demandPlaceInGroup(context, translationGroupId, plain.language ?? language ?? settings.language);
    await checkColumns(tx, columns, { id, language: language ?? columns.language ?? settings.language });
    const { body: json, ...lines } = text;
    const written: Partial<StoryText> = { ...definedOf(lines), ...(json !== undefined && { body: parseBody(json) }) };
    const state = documentOf(written);
    const staffId = staffIdOf(actor);
    const clients = clientsOf(state).map((clientId) => ({ clientId, staffId, since: now }));
    await tx.story.create({
      data: {
        language: language ?? settings.language,
        ...definedOf(plain),
        id,
        slug: plain.slug ?? id,
        slugChosen: plain.slug !== undefined,
        translationGroupId: translationGroupId ?? id,
        headline: written.headline ?? "",
        wordCount: written.body ? wordCount(written.body) : 0,
        createdById: staffIdOf(actor),
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
    emit({ type: "story.created", subject: id });
    return { id, version: 1 };
  },
});

/** A translation joins stories that its writer may read, as the only one in its language. @throws Fault invalid */
async function demandPlaceInGroup({ actor, tx }: CommandContext, translationGroupId: string, language: string) {
  const group = await tx.story.findMany({
    where: { translationGroupId },
    select: { language: true, createdById: true, confidential: true, spikedAt: true },
  });
  if (!group.some((story) => canReadStory(actor, story)))
    throw invalid([{ path: "translationGroupId", message: "There is no such story to translate." }]);
  if (group.some((story) => story.language === language))
    throw invalid([{ path: "language", message: "This story exists in that language already." }]);
}
