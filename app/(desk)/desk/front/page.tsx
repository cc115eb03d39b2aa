import type { Metadata } from "next";
import { forbidden } from "next/navigation";
import { FrontScreen } from "#components/desk/front/FrontScreen.client";
import { canArrangeFronts } from "#newsroom/fronts/policy";
import { deskFront } from "#newsroom/fronts/queries";
import { systemNow } from "#newsroom/kernel/clock";
import { sections } from "#newsroom/sections/queries";
import { newsroomSettings } from "#newsroom/settings/queries";
import { requireActor } from "../../../_request/actor.ts";
import { suggestTags } from "../tags/actions.ts";
import { arrangeFront, storiesForFront } from "./actions.ts";

export const metadata: Metadata = { title: "Front" };

export default async function FrontPage() {
  const actor = await requireActor();
  if (!canArrangeFronts(actor)) forbidden();
  const [front, all, { zone }] = await Promise.all([deskFront(actor), sections(actor), newsroomSettings()]);
  return (
    <FrontScreen
      data={{ front, sections: all.map(({ id, name }) => ({ id, name })), zone, now: systemNow() }}
      actions={{ arrangeFront, storiesForFront, suggestTags }}
    />
  );
}
