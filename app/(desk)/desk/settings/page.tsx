import type { Metadata } from "next";
import { forbidden } from "next/navigation";
import { SettingsScreen } from "#components/desk/settings/SettingsScreen.client";
import { canChangeSettings } from "#newsroom/settings/policy";
import { newsroomSettings } from "#newsroom/settings/queries";
import { requireActor } from "../../../_request/actor.ts";
import { changeSettings } from "./actions.ts";

export const metadata: Metadata = { title: "Settings" };

export default async function SettingsPage() {
  const actor = await requireActor();
  if (!canChangeSettings(actor)) forbidden();
  const settings = await newsroomSettings();
  const zones = Intl.supportedValuesOf("timeZone");
  return <SettingsScreen data={{ settings, zones }} actions={{ changeSettings }} />;
}
