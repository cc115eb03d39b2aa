import { ButtonLink } from "#components/ui/ButtonLink";
import { storyName } from "#newsroom/stories/story-name";
import type { Trash } from "#newsroom/trash/schema";
import { trashDays } from "#newsroom/workflow/trash";
import list from "../ListScreen.module.css";
import { SpikedThings, type UnspikeActions } from "./SpikedThings.client.tsx";

interface TrashScreenProps {
  data: { trash: Trash; isFirstPage: boolean; zone: string; now: Date };
  actions: UnspikeActions;
}

/** What was spiked and can be restored, the last first. */
export function TrashScreen({ data: { trash, isFirstPage, zone, now }, actions }: TrashScreenProps) {
  const parts = [
    {
      title: "Stories",
      kind: "story" as const,
      rows: trash.stories.map(({ headline, slugline, ...row }) => ({
        ...row,
        name: storyName({ headline, slugline }),
        note: null,
      })),
    },
    {
      title: "Tags",
      kind: "tag" as const,
      rows: trash.tags.map(({ stories, ...row }) => ({
        ...row,
        language: null,
        note: stories === 1 ? "Stood in 1 story" : `Stood in ${stories} stories`,
      })),
    },
    {
      title: "Sections",
      kind: "section" as const,
      rows: trash.sections.map((row) => ({ ...row, language: null, note: null })),
    },
  ];
  return (
    <div className={list.screen}>
      <div>
        <h1 className={list.title}>Trash</h1>
        <p className={list.hint}>
          What was spiked can be restored for {trashDays} days. A story that readers have had is kept without limit.
        </p>
      </div>
      {parts.every(({ rows }) => rows.length === 0) ? <p className={list.nothing}>Nothing lies in the trash.</p> : null}
      <SpikedThings data={{ parts, zone, now }} actions={actions} />
      {trash.next || !isFirstPage ? (
        <nav aria-label="Pages of the trash">
          {isFirstPage ? null : <ButtonLink href="/desk/trash">Newest first page</ButtonLink>}
          {trash.next ? <ButtonLink href={`/desk/trash?after=${trash.next}`}>Spiked before these</ButtonLink> : null}
        </nav>
      ) : null}
    </div>
  );
}
