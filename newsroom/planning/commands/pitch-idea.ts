import "server-only";
import type { z } from "zod";
import { staffIdOf } from "../../kernel/actor.ts";
import { command } from "../../kernel/command.ts";
import type { CommandContext } from "../../kernel/context.ts";
import { conflict, forbidden, invalid } from "../../kernel/faults.ts";
import { directionIssues } from "../../stories/direction-issues.ts";
import { holdNewId, makeStory } from "../../stories/new-story.ts";
import { stages } from "../../workflow/queries.ts";
import { ideasAt, writtenAt } from "../../workflow/stages.ts";
import { canDirectIdeas } from "../policy.ts";
import { PitchIdea } from "../schema.ts";

/**
 * Keeps an idea: a story of which there is only a name, and perhaps a few words for who writes it. Asked twice with the same id it answers
 * with the first one. `take`: its writer has it, and it stands where stories are written.
 * @throws Fault invalid; forbidden for who may not say who writes it by when; conflict if it was kept with other words before
 */
export const pitchIdea = command({
  name: "story.pitch",
  input: PitchIdea,
  async run(context, idea) {
    const { actor, tx, emit } = context;
    const { id, name, brief, sectionId = null, language, assigneeId, deskId, dueAt, take } = idea;
    if ((assigneeId || deskId || dueAt) && !canDirectIdeas(actor))
      throw forbidden("Only editors assign stories and say when they are due.");
    const before = await keptBefore(context, idea);
    if (before) return before;
    const issues = await directionIssues(context, { assigneeId, deskId, dueAt });
    if (issues.length > 0) throw invalid(issues);
    const all = await stages(tx);
    const stage = take ? writtenAt(all) : ideasAt(all);
    const writer = assigneeId ?? (take ? staffIdOf(actor) : null);
    const { version } = await makeStory(
      context,
      { id, ...(language && { language }), columns: { slugline: name, sectionId } },
      { stage: stage.key, brief: brief || null, assigneeId: writer, deskId: deskId ?? null, dueAt: dueAt ?? null },
    );
    emit({ type: "story.pitched", subject: id });
    if (take) emit({ type: "story.taken", subject: id, payload: { from: ideasAt(all).key, to: stage.key } });
    if (assigneeId) emit({ type: "story.assigned", subject: id, payload: { from: null, to: assigneeId } });
    return { id, version };
  },
});

/** After an answer that was lost: what is said now must not be taken for what was kept then. */
async function keptBefore({ tx, actor }: CommandContext, idea: z.output<typeof PitchIdea>) {
  const me = staffIdOf(actor);
  await holdNewId(tx, idea.id);
  const kept = await tx.story.findFirst({
    where: { id: idea.id, createdById: me },
    select: {
      version: true,
      slugline: true,
      brief: true,
      sectionId: true,
      assigneeId: true,
      deskId: true,
      dueAt: true,
    },
  });
  if (!kept) return null;
  const isSame =
    kept.slugline === idea.name &&
    kept.brief === (idea.brief || null) &&
    kept.sectionId === (idea.sectionId ?? null) &&
    kept.deskId === (idea.deskId ?? null) &&
    kept.dueAt?.getTime() === idea.dueAt?.getTime() &&
    (kept.assigneeId === (idea.assigneeId ?? null) || (!idea.assigneeId && kept.assigneeId === me));
  if (!isSame) throw conflict(`This idea was kept already, as “${kept.slugline ?? ""}”. Please change it there.`);
  return { id: idea.id, version: kept.version };
}
