import type { Metadata } from "next";
import { StoriesScreen } from "#components/desk/stories/StoriesScreen";
import { systemNow } from "#newsroom/kernel/clock";
import { colleagues } from "#newsroom/people/queries";
import { sections } from "#newsroom/sections/queries";
import { newsroomSettings } from "#newsroom/settings/queries";
import { whoIsHere } from "#newsroom/stories/document/presence";
import { deskStories } from "#newsroom/stories/story-lists";
import { desks, stages } from "#newsroom/workflow/queries";
import { filterOf, listSearchOf } from "../../../../components/desk/stories/list-search.ts";
import { requireActor } from "../../../_request/actor.ts";
import { prepareBulk, startBulk } from "../bulk/actions.ts";
import { suggestTags } from "./[id]/actions.ts";

export const metadata: Metadata = { title: "Stories" };

interface Props {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export default async function StoriesPage({ searchParams }: Props) {
  const actor = await requireActor();
  const now = systemNow();
  const known = await stages();
  const search = listSearchOf(
    await searchParams,
    known.map(({ key }) => key),
  );
  const [list, allSections, allDesks, people, { zone }] = await Promise.all([
    deskStories(actor, filterOf(search, now)),
    sections(actor),
    desks(actor),
    colleagues(actor),
    newsroomSettings(),
  ]);
  const choices = { stages: known, sections: allSections, desks: allDesks, colleagues: people };
  const ids = list.stories.map(({ id }) => id);
  const here = await whoIsHere(actor, ids, now);
  return (
    <StoriesScreen
      data={{ ...list, here, search, choices, me: actor.id, zone, now }}
      actions={{ prepareBulk, startBulk, suggestTags }}
    />
  );
}
