import type { Metadata } from "next";
import { forbidden } from "next/navigation";
import { HouseStyleScreen } from "#components/desk/house-style/HouseStyleScreen.client";
import { newsroomSettings } from "#newsroom/settings/queries";
import { canManageStyle } from "#newsroom/workflow/house-style/policy";
import { checkSettings, houseRules } from "#newsroom/workflow/house-style/queries";
import { requireActor } from "../../../_request/actor.ts";
import { addHouseRule, changeHouseRule, removeHouseRule, setCheck } from "./actions.ts";

export const metadata: Metadata = { title: "House style" };

export default async function HouseStylePage() {
  const actor = await requireActor();
  if (!canManageStyle(actor)) forbidden();
  const [rules, settings, { languages }] = await Promise.all([houseRules(), checkSettings(), newsroomSettings()]);
  return (
    <HouseStyleScreen
      data={{ rules, settings, languages }}
      actions={{ addHouseRule, changeHouseRule, removeHouseRule, setCheck }}
    />
  );
}
