import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { BulkScreen } from "#components/desk/bulk/BulkScreen";
import { bulkAction } from "#newsroom/bulk/queries";
import { systemNow } from "#newsroom/kernel/clock";
import { newsroomSettings } from "#newsroom/settings/queries";
import { pageNumber } from "#newsroom/stories/schema";
import { requireActor } from "../../../../_request/actor.ts";
import { found } from "../../../../_request/found.ts";
import { undoBulk } from "../actions.ts";

export const metadata: Metadata = { title: "Bulk action" };

interface Props {
  params: Promise<{ id: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export default async function BulkActionPage({ params, searchParams }: Props) {
  const actor = await requireActor();
  const page = pageNumber((await searchParams).page) ?? notFound();
  const now = systemNow();
  const bulk = await found(bulkAction(actor, (await params).id, page, now));
  const { zone } = await newsroomSettings();
  return <BulkScreen data={{ bulk, page, zone, now }} actions={{ undoBulk }} />;
}
