import type { Metadata } from "next";
import { forbidden } from "next/navigation";
import { HistoryScreen } from "#components/desk/history/HistoryScreen";
import { historyFieldsOf, trailSearchOf } from "#newsroom/history/history-search";
import { canSearchHistory } from "#newsroom/history/policy";
import { trail } from "#newsroom/history/trail";
import { colleagues } from "#newsroom/people/queries";
import { newsroomSettings } from "#newsroom/settings/queries";
import { requireActor } from "../../../_request/actor.ts";

export const metadata: Metadata = { title: "History" };

interface Props {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export default async function HistoryPage({ searchParams }: Props) {
  const actor = await requireActor();
  if (!canSearchHistory(actor)) forbidden();
  const parameters = await searchParams;
  const cursor = typeof parameters.after === "string" ? parameters.after : "";
  const fields = historyFieldsOf(parameters);
  const { zone } = await newsroomSettings();
  const [found, people] = await Promise.all([trail(actor, trailSearchOf(fields, zone), { cursor }), colleagues(actor)]);
  return <HistoryScreen data={{ trail: found, fields, isFirstPage: cursor === "", people, zone }} />;
}
