import type { Metadata } from "next";
import { forbidden } from "next/navigation";
import { SectionsScreen } from "#components/desk/sections/SectionsScreen.client";
import { canManageSections } from "#newsroom/sections/policy";
import { sections } from "#newsroom/sections/queries";
import { requireActor } from "../../../_request/actor.ts";
import { spikeSection } from "../trash/actions.ts";
import { createSection, renameSection } from "./actions.ts";

export const metadata: Metadata = { title: "Sections" };

export default async function SectionsPage() {
  const actor = await requireActor();
  if (!canManageSections(actor)) forbidden();
  return (
    <SectionsScreen
      data={{ sections: await sections(actor) }}
      actions={{ createSection, renameSection, spikeSection }}
    />
  );
}
