import "server-only";
import { command } from "../../kernel/command.ts";
import type { EventPayload } from "../../kernel/events.ts";
import { conflict, forbidden, invalid, notFound } from "../../kernel/faults.ts";
import { newsroomSettings } from "../../settings/queries.ts";
import { tellStory } from "../document/typing.ts";
import { canCorrectStory } from "../policy.ts";
import { projectLogAnew } from "../publication/change-log.ts";
import { holdProjection, standingOf } from "../publication/projection.ts";
import { reachPayload } from "../publication/reach.ts";
import { ChangeTold } from "../schema.ts";
import { demandVersion, storyInHandOf } from "../story-at-hand.ts";

/**
 * Changes what readers are told of one publication: the words of its note, and whether they are shown what it changed. An empty note
 * is withdrawn. Readers have it at once; the story's text and its dates stay as they are.
 */
export const changeTold = command({
  name: "story.change_told",
  input: ChangeTold,
  async run(context, { storyId, version, revisionId, note, place, isPublic }) {
    const { actor, now, tx, emit } = context;
    const story = await storyInHandOf(context, storyId);
    if (!canCorrectStory(actor, story, await newsroomSettings(tx)))
      throw forbidden("You may not change what readers are told of this story.");
    demandVersion(story, version);
    const entry = await tx.publishedChange.findFirst({ where: { revisionId, storyId, at: { not: null } } });
    if (!entry) throw notFound("entry of the log");
    if (note !== "" && entry.kind === null)
      throw invalid([{ path: "note", message: "An update has no note. Please correct the story instead." }]);
    if (isPublic && !entry.isPublic && entry.difference === null)
      throw conflict("What changed then was not kept for readers: it cannot be shown to them.");

    const isWithdrawn = note === "" && entry.note !== null;
    await tx.publishedChange.update({
      where: { revisionId },
      data: {
        ...(note === "" ? { note: null, place: null } : { note, place, noteWithdrawnAt: null }),
        ...(isWithdrawn && { noteWithdrawnAt: now }),
        isPublic,
      },
    });
    await holdProjection(tx);
    await projectLogAnew(tx, storyId);
    await tx.story.update({ where: { id: storyId }, data: { changedAt: now, version: { increment: 1 } } });
    await tellStory(tx, storyId);
    const what: EventPayload = {
      ...(isWithdrawn && { note: "withdrawn" }),
      ...(note !== "" && (note !== entry.note || place !== entry.place) && { note: "changed" }),
      ...(isPublic !== entry.isPublic && { difference: isPublic ? "shown" : "hidden" }),
    };
    const standing = await standingOf(tx, storyId);
    emit({
      type: "story.told_changed",
      subject: storyId,
      payload: { revisionId, ...what, ...reachPayload(standing) },
    });
    return { version: version + 1 };
  },
});
