import { DeskHome } from "#components/desk/home/DeskHome";
import { systemNow } from "#newsroom/kernel/clock";
import { colleagues } from "#newsroom/people/queries";
import { canDirectIdeas } from "#newsroom/planning/policy";
import { sections } from "#newsroom/sections/queries";
import { newsroomSettings } from "#newsroom/settings/queries";
import { canCreateStory } from "#newsroom/stories/policy";
import { offersDemoRemoval } from "#newsroom/transfer/queries";
import { requireActor } from "../../_request/actor.ts";
import { pitchIdea, removeDemo } from "./actions.ts";
import { deskHome } from "./home.ts";
import { takeIdea } from "./stories/[id]/actions.ts";

export default async function DeskPage() {
  const actor = await requireActor();
  const [{ seesWaiting, ideasAt, ...lists }, { zone }, allSections, people, hasDemo] = await Promise.all([
    deskHome(actor),
    newsroomSettings(),
    sections(actor),
    colleagues(actor),
    offersDemoRemoval(actor),
  ]);
  const idea = {
    sections: allSections,
    colleagues: people.filter(({ isIn }) => isIn),
    waitsAt: ideasAt,
    me: actor.id,
    zone,
  };
  return (
    <DeskHome
      data={{ ...lists, idea, name: actor.name, zone, now: systemNow() }}
      can={{
        seeWaiting: seesWaiting,
        removeDemo: hasDemo,
        pitch: canCreateStory(actor),
        direct: canDirectIdeas(actor),
      }}
      actions={{ removeDemo, pitchIdea, takeIdea }}
    />
  );
}
