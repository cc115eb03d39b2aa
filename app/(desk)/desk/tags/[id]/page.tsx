import type { Metadata } from "next";
import { forbidden, redirect } from "next/navigation";
import { TagScreen } from "#components/desk/tags/TagScreen";
import { systemNow } from "#newsroom/kernel/clock";
import { newsroomSettings } from "#newsroom/settings/queries";
import { canManageTags } from "#newsroom/tags/policy";
import { deskTag } from "#newsroom/tags/queries";
import { tagPath } from "../../../../../components/desk/tags/tags-path.ts";
import { requireActor } from "../../../../_request/actor.ts";
import { found } from "../../../../_request/found.ts";
import { prepareBulk, startBulk } from "../../bulk/actions.ts";
import { spikeTag } from "../../trash/actions.ts";
import * as actions from "../actions.ts";

export const metadata: Metadata = { title: "Tag" };

interface Props {
  params: Promise<{ id: string }>;
}

export default async function TagPage({ params }: Props) {
  const actor = await requireActor();
  if (!canManageTags(actor)) forbidden();
  const { id } = await params;
  const tag = await found(deskTag(actor, id));
  if (tag.id !== id.toLowerCase()) redirect(tagPath(tag.id));
  const { languages, zone } = await newsroomSettings();
  return (
    <TagScreen
      data={{ tag, languages, zone, now: systemNow() }}
      actions={{ ...actions, spikeTag, prepareBulk, startBulk }}
    />
  );
}
