import type { Metadata } from "next";
import { BulkListScreen } from "#components/desk/bulk/BulkListScreen";
import { ownBulkActions } from "#newsroom/bulk/queries";
import { systemNow } from "#newsroom/kernel/clock";
import { newsroomSettings } from "#newsroom/settings/queries";
import { requireActor } from "../../../_request/actor.ts";

export const metadata: Metadata = { title: "Bulk actions" };

export default async function BulkPage() {
  const actor = await requireActor();
  const [actions, { zone }] = await Promise.all([ownBulkActions(actor), newsroomSettings()]);
  return <BulkListScreen data={{ actions, zone, now: systemNow() }} />;
}
