import type { Metadata } from "next";
import { BudgetScreen } from "#components/desk/planning/BudgetScreen";
import { systemNow } from "#newsroom/kernel/clock";
import { newsBudget } from "#newsroom/planning/budget";
import { boundsOf, dayAfter, dayOf, parsedDay } from "#newsroom/planning/days";
import { sections } from "#newsroom/sections/queries";
import { newsroomSettings } from "#newsroom/settings/queries";
import { requireActor } from "../../../_request/actor.ts";

export const metadata: Metadata = { title: "News budget" };

interface Props {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export default async function BudgetPage({ searchParams }: Props) {
  const actor = await requireActor();
  const [{ day: asked }, { zone, name }] = await Promise.all([searchParams, newsroomSettings()]);
  const now = systemNow();
  const today = dayOf(now, zone);
  const day = parsedDay(asked) ?? today;
  const [budget, allSections] = await Promise.all([newsBudget(actor, boundsOf(day, zone)), sections(actor)]);
  return (
    <BudgetScreen
      data={{
        ...budget,
        day,
        before: dayAfter(day, -1),
        after: dayAfter(day),
        today,
        sections: allSections,
        newsroom: name,
        zone,
        now,
      }}
    />
  );
}
