import type { Metadata } from "next";
import { forbidden } from "next/navigation";
import { RatesScreen } from "#components/desk/rates/RatesScreen";
import { systemNow } from "#newsroom/kernel/clock";
import { rateAbilities } from "#newsroom/rates/policy";
import { currentRates } from "#newsroom/rates/published";
import { heldRates, rateSources } from "#newsroom/rates/queries";
import { newsroomSettings } from "#newsroom/settings/queries";
import { requireActor } from "../../../_request/actor.ts";
import { acceptRate, refuseRate } from "./actions.ts";

export const metadata: Metadata = { title: "Rates" };

export default async function RatesPage() {
  const actor = await requireActor();
  const can = rateAbilities(actor);
  if (!can.decide) forbidden();
  const now = systemNow();
  const [current, held, sources, { zone }] = await Promise.all([
    currentRates(now),
    heldRates(actor),
    rateSources(actor),
    newsroomSettings(),
  ]);
  return (
    <RatesScreen
      data={{ current: current ?? [], held, sources, zone, now }}
      can={can}
      actions={{ acceptRate, refuseRate }}
    />
  );
}
