import "server-only";
import { staffIdOf } from "../../kernel/actor.ts";
import { command } from "../../kernel/command.ts";
import type { CommandContext } from "../../kernel/context.ts";
import { forbidden, type Issue, invalid } from "../../kernel/faults.ts";
import { makeStory } from "../../stories/new-story.ts";
import { stages } from "../../workflow/queries.ts";
import { ideasAt, writtenAt } from "../../workflow/stages.ts";
import { canDirectIdeas } from "../policy.ts";
import { PitchIdea } from "../schema.ts";

/**
 * Keeps an idea: a story of which there is only a name, and perhaps a few words for who writes it. Asked twice with the same id it answers
 * with the first one. `take`: its writer has it, and it stands where stories are written.
 * @throws Fault invalid; forbidden for who may not say who writes it by when
 */
export const pitchIdea = command({
  name: "story.pitch",
  input: PitchIdea,
  async run(context, { id, name, brief, sectionId = null, language, assigneeId, deskId, dueAt, take }) {
    const { actor, tx, emit } = context;
    if ((assigneeId || deskId || dueAt) && !canDirectIdeas(actor))
      throw forbidden("Only editors assign stories and say when they are due.");
    const issues = await issuesWith(context, { assigneeId, deskId, dueAt });
    if (issues.length > 0) throw invalid(issues);
    const all = await stages(tx);
    const stage = take ? writtenAt(all) : ideasAt(all);
    const writer = assigneeId ?? (take ? staffIdOf(actor) : null);
    const { version, isNew } = await makeStory(
      context,
      { id, ...(language && { language }), columns: { slugline: name, sectionId } },
      { stage: stage.key, brief: brief || null, assigneeId: writer, deskId: deskId ?? null, dueAt: dueAt ?? null },
    );
    if (!isNew) return { id, version };
    emit({ type: "story.pitched", subject: id });
    if (take) emit({ type: "story.taken", subject: id, payload: { from: ideasAt(all).key, to: stage.key } });
    if (assigneeId) emit({ type: "story.assigned", subject: id, payload: { from: null, to: assigneeId } });
    return { id, version };
  },
});

interface Wanted {
  assigneeId: string | null | undefined;
  deskId: string | null | undefined;
  dueAt: Date | null | undefined;
}

async function issuesWith({ tx, now }: CommandContext, { assigneeId, deskId, dueAt }: Wanted): Promise<Issue[]> {
  const issues: Issue[] = [];
  if (assigneeId && !(await tx.staff.findFirst({ where: { id: assigneeId, deactivatedAt: null } })))
    issues.push({ path: "assigneeId", message: "This person does not work here any more." });
  if (deskId && !(await tx.desk.findUnique({ where: { id: deskId } })))
    issues.push({ path: "deskId", message: "This desk does not exist any more." });
  if (dueAt && dueAt <= now)
    issues.push({ path: "dueAt", message: "This time has passed. Please choose a later one." });
  return issues;
}
