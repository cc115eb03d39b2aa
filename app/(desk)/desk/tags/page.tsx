import type { Metadata } from "next";
import { forbidden } from "next/navigation";
import { TagsScreen } from "#components/desk/tags/TagsScreen";
import { systemNow } from "#newsroom/kernel/clock";
import { newsroomSettings } from "#newsroom/settings/queries";
import { canManageTags } from "#newsroom/tags/policy";
import { deskTags, nearTags } from "#newsroom/tags/queries";
import { tagFilterOf } from "../../../../components/desk/tags/tag-search.ts";
import { requireActor } from "../../../_request/actor.ts";
import { spikeTag } from "../trash/actions.ts";
import { createTag, keepTagsApart, mergeTags, previewMerge } from "./actions.ts";

export const metadata: Metadata = { title: "Tags" };

interface Props {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export default async function TagsPage({ searchParams }: Props) {
  const actor = await requireActor();
  if (!canManageTags(actor)) forbidden();
  const filter = tagFilterOf(await searchParams);
  const { zone } = await newsroomSettings();
  const list =
    filter.show === "near"
      ? ({ of: "near names", ...(await nearTags(actor, filter.page)) } as const)
      : ({ of: "tags", ...(await deskTags(actor, filter)) } as const);
  return (
    <TagsScreen
      data={{ filter, list, zone, now: systemNow() }}
      actions={{ createTag, keepTagsApart, mergeTags, previewMerge, spikeTag }}
    />
  );
}
