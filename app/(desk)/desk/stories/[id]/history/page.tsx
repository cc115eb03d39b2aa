import type { Metadata } from "next";
import { HistoryScreen } from "#components/desk/revisions/HistoryScreen";
import { storyHistory } from "#newsroom/history/queries";
import { systemNow } from "#newsroom/kernel/clock";
import { newsroomSettings } from "#newsroom/settings/queries";
import { deskStory } from "#newsroom/stories/queries";
import { storyName } from "#newsroom/stories/story-name";
import { requireActor } from "../../../../../_request/actor.ts";
import { found } from "../../../../../_request/found.ts";

export const metadata: Metadata = { title: "History" };

interface Props {
  params: Promise<{ id: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export default async function HistoryPage({ params, searchParams }: Props) {
  const actor = await requireActor();
  const { id } = await params;
  const { before } = await searchParams;
  const from = typeof before === "string" ? before : undefined;
  const now = systemNow();
  const [story, history, { zone }] = await found(
    Promise.all([deskStory(actor, id), storyHistory(actor, id, from, now), newsroomSettings()]),
  );
  return (
    <HistoryScreen data={{ storyId: id, name: storyName(story), ...history, isOlder: from !== undefined, now, zone }} />
  );
}
