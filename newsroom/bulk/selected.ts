import "server-only";
import type { Prisma } from "@prisma/client";
import type { Actor } from "../kernel/actor.ts";
import type { Tx } from "../kernel/context.ts";
import { invalid } from "../kernel/faults.ts";
import { atHand } from "../stories/policy.ts";
import { undecidedPlan } from "../stories/publication/plans.ts";
import { storiesOfFilter } from "../stories/story-lists.ts";
import type { StoryAhead } from "./forecast.ts";
import { mostRows, type Selection } from "./schema.ts";

const ahead = {
  id: true,
  version: true,
  ...atHand,
  firstPublishedAt: true,
  publication: true,
  stage: true,
  sectionId: true,
  legalStatus: true,
  legalById: true,
  legalAt: true,
  returnNoteId: true,
  liveRevisionId: true,
  _count: { select: { plans: { where: undecidedPlan } } },
  tags: { orderBy: { position: "asc" }, select: { tagId: true } },
} satisfies Prisma.StorySelect;

type Row = Prisma.StoryGetPayload<{ select: typeof ahead }>;
export type SelectedStory = StoryAhead &
  Pick<Row, "id" | "version" | "legalStatus" | "legalById" | "legalAt" | "returnNoteId" | "liveRevisionId">;

const atATime = 1_000;

/** The chosen stories that the actor can see, as they are now, newest change first. @throws Fault invalid for none, or for too many */
export async function selectedStories(tx: Tx, actor: Actor, selection: Selection): Promise<SelectedStory[]> {
  const chosen: Prisma.StoryWhereInput = "ids" in selection ? { id: { in: selection.ids } } : {};
  const where = { AND: [storiesOfFilter(actor, "filter" in selection ? selection.filter : {}), chosen] };
  const count = await tx.story.count({ where });
  if (count === 0) throw invalid("None of these stories is there any more.");
  if (count > mostRows)
    throw invalid(
      `These are ${count.toLocaleString("en")} stories. One bulk action takes ${mostRows.toLocaleString("en")} at most: please narrow the list.`,
    );
  const found: SelectedStory[] = [];
  for (let after: string | null = null; ; ) {
    const rows: Row[] = await tx.story.findMany({
      where: after ? { AND: [where, { id: { gt: after } }] } : where,
      orderBy: { id: "asc" },
      take: atATime,
      select: ahead,
    });
    for (const { tags, _count, ...row } of rows)
      found.push({ ...row, plans: _count.plans, tagIds: tags.map(({ tagId }) => tagId) });
    const last = rows.at(-1);
    if (!last || rows.length < atATime) return found;
    after = last.id;
  }
}
