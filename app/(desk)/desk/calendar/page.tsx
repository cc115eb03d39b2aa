import type { Metadata } from "next";
import { CalendarScreen } from "#components/desk/planning/CalendarScreen";
import { systemNow } from "#newsroom/kernel/clock";
import { calendar } from "#newsroom/planning/calendar";
import { boundsOf, dayAfter, dayOf, parsedDay, weekOf } from "#newsroom/planning/days";
import { newsroomSettings } from "#newsroom/settings/queries";
import { requireActor } from "../../../_request/actor.ts";

export const metadata: Metadata = { title: "Calendar" };

interface Props {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export default async function CalendarPage({ searchParams }: Props) {
  const actor = await requireActor();
  const [{ day: oneDay, week }, { zone }] = await Promise.all([searchParams, newsroomSettings()]);
  const now = systemNow();
  const today = dayOf(now, zone);
  const one = parsedDay(oneDay);
  const days = one ? [one] : weekOf(parsedDay(week) ?? today);
  const [first = today, last = today] = [days[0], days.at(-1)];
  const bounds = { from: boundsOf(first, zone).from, to: boundsOf(last, zone).to };
  const { entries, isCut } = await calendar(actor, bounds);
  const ofDay = (day: string) => entries.filter(({ at }) => dayOf(at, zone) === day);
  return (
    <CalendarScreen
      data={{
        days: days.map((day) => ({ day, entries: ofDay(day) })),
        before: dayAfter(first, -days.length),
        after: dayAfter(last),
        today,
        isCut,
        zone,
        now,
      }}
    />
  );
}
