import type { Metadata } from "next";
import { TrashScreen } from "#components/desk/trash/TrashScreen";
import { systemNow } from "#newsroom/kernel/clock";
import { newsroomSettings } from "#newsroom/settings/queries";
import { trash } from "#newsroom/trash/queries";
import { requireActor } from "../../../_request/actor.ts";
import { restorePicture, unspikeSection, unspikeStory, unspikeTag } from "./actions.ts";

export const metadata: Metadata = { title: "Trash" };

interface Props {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

const plain = (value: string | string[] | undefined): string => (typeof value === "string" ? value : "");

export default async function TrashPage({ searchParams }: Props) {
  const actor = await requireActor();
  const { after, pictures } = await searchParams;
  const at = { after: plain(after), pictures: plain(pictures) };
  const now = systemNow();
  const [found, { zone }] = await Promise.all([
    trash(actor, now, { stories: at.after, pictures: at.pictures }),
    newsroomSettings(),
  ]);
  return (
    <TrashScreen
      data={{ trash: found, at, zone, now }}
      actions={{ unspikeStory, unspikeTag, unspikeSection, restorePicture }}
    />
  );
}
