import { DeskHome } from "#components/desk/home/DeskHome";
import { systemNow } from "#newsroom/kernel/clock";
import { newsroomSettings } from "#newsroom/settings/queries";
import { offersDemoRemoval } from "#newsroom/transfer/queries";
import { requireActor } from "../../_request/actor.ts";
import { removeDemo } from "./actions.ts";
import { deskHome } from "./home.ts";

export default async function DeskPage() {
  const actor = await requireActor();
  const [{ seesWaiting, ...lists }, { zone }, hasDemo] = await Promise.all([
    deskHome(actor),
    newsroomSettings(),
    offersDemoRemoval(actor),
  ]);
  return (
    <DeskHome
      data={{ ...lists, name: actor.name, zone, now: systemNow() }}
      can={{ seeWaiting: seesWaiting, removeDemo: hasDemo }}
      actions={{ removeDemo }}
    />
  );
}
