import type { Metadata } from "next";
import { BoardScreen } from "#components/desk/planning/BoardScreen";
import { systemNow } from "#newsroom/kernel/clock";
import { colleagues } from "#newsroom/people/queries";
import { reachOf } from "#newsroom/people/roles";
import { countedAtMost, storyBoard } from "#newsroom/planning/board";
import { canDirectIdeas } from "#newsroom/planning/policy";
import { sections } from "#newsroom/sections/queries";
import { newsroomSettings } from "#newsroom/settings/queries";
import { canCreateStory } from "#newsroom/stories/policy";
import { desks } from "#newsroom/workflow/queries";
import { ideasAt } from "#newsroom/workflow/stages";
import { boardFilterOf, planningSearchOf, wantedMoreOf } from "../../../../components/desk/planning/planning-search.ts";
import { requireActor } from "../../../_request/actor.ts";
import { pitchIdea } from "../actions.ts";
import { moveStory, returnStory, takeIdea } from "../stories/[id]/actions.ts";

export const metadata: Metadata = { title: "Board" };

interface Props {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export default async function BoardPage({ searchParams }: Props) {
  const actor = await requireActor();
  const parameters = await searchParams;
  const [search, more] = [planningSearchOf(parameters), wantedMoreOf(parameters)];
  const [columns, allSections, allDesks, people, { zone }] = await Promise.all([
    storyBoard(actor, boardFilterOf(search), more),
    sections(actor),
    desks(actor),
    colleagues(actor),
    newsroomSettings(),
  ]);
  const waitsAt = ideasAt(columns.map(({ stage }) => stage));
  const choices = { sections: allSections, desks: allDesks, colleagues: people.filter(({ isIn }) => isIn) };
  return (
    <BoardScreen
      data={{ columns, countedAtMost, search, more, choices, waitsAt, me: actor.id, zone, now: systemNow() }}
      can={{
        move: reachOf(actor, "story.move") === "any",
        pitch: canCreateStory(actor),
        direct: canDirectIdeas(actor),
      }}
      actions={{ pitchIdea, takeIdea, moveStory, returnStory }}
    />
  );
}
