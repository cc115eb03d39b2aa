import type { Metadata } from "next";
import { TrashScreen } from "#components/desk/trash/TrashScreen";
import { systemNow } from "#newsroom/kernel/clock";
import { newsroomSettings } from "#newsroom/settings/queries";
import { trash } from "#newsroom/trash/queries";
import { requireActor } from "../../../_request/actor.ts";
import { unspikeSection, unspikeStory, unspikeTag } from "./actions.ts";

export const metadata: Metadata = { title: "Trash" };

interface Props {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export default async function TrashPage({ searchParams }: Props) {
  const actor = await requireActor();
  const { after } = await searchParams;
  const cursor = typeof after === "string" ? after : "";
  const now = systemNow();
  const [found, { zone }] = await Promise.all([trash(actor, now, cursor), newsroomSettings()]);
  return (
    <TrashScreen
      data={{ trash: found, isFirstPage: cursor === "", zone, now }}
      actions={{ unspikeStory, unspikeTag, unspikeSection }}
    />
  );
}
