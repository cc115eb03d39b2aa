import { ButtonLink } from "#components/ui/ButtonLink";
import { pictureName } from "#newsroom/media/picture-name";
import { storyName } from "#newsroom/stories/story-name";
import type { Trash } from "#newsroom/trash/schema";
import { trashDays } from "#newsroom/workflow/trash";
import list from "../ListScreen.module.css";
import { deskPictureAddress } from "../pictures/picture-address.ts";
import { SpikedThings, type UnspikeActions } from "./SpikedThings.client.tsx";

/** The cursors of its page: of stories and of pictures. */
interface TrashPlace {
  after?: string;
  pictures?: string;
}

interface TrashScreenProps {
  data: { trash: Trash; at: TrashPlace; zone: string; now: Date };
  actions: UnspikeActions;
}

/** What was spiked or removed and can be restored, the last first. */
export function TrashScreen({ data: { trash, at, zone, now }, actions }: TrashScreenProps) {
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
    {
      title: "Pictures",
      kind: "picture" as const,
      rows: trash.pictures.map(({ altText, caption, credit, ...row }) => ({
        ...row,
        because: null,
        name: pictureName({ caption, altText }),
        language: null,
        note: credit || null,
        thumbnail: { address: deskPictureAddress(row, 240), altText: caption ? altText : "" },
        kept: "a story has it at its top",
      })),
    },
  ];
  const isFirstPage = trashPath(at) === trashPath({});
  return (
    <div className={list.screen}>
      <div>
        <h1 className={list.title}>Trash</h1>
        <p className={list.hint}>
          What was spiked, and pictures that were removed, can be restored for {trashDays} days. A story that readers
          have had is kept without limit.
        </p>
      </div>
      {parts.every(({ rows }) => rows.length === 0) ? <p className={list.nothing}>Nothing lies in the trash.</p> : null}
      <SpikedThings data={{ parts, zone, now }} actions={actions} />
      {trash.next || trash.nextPictures || !isFirstPage ? (
        <nav aria-label="Pages of the trash" className={list.pages}>
          {isFirstPage ? null : <ButtonLink href="/desk/trash">Newest first page</ButtonLink>}
          {trash.next ? (
            <ButtonLink href={trashPath({ ...at, after: trash.next })}>Spiked before these</ButtonLink>
          ) : null}
          {trash.nextPictures ? (
            <ButtonLink href={trashPath({ ...at, pictures: trash.nextPictures })}>
              Pictures removed before these
            </ButtonLink>
          ) : null}
        </nav>
      ) : null}
    </div>
  );
}

function trashPath({ after, pictures }: TrashPlace): string {
  const query = new URLSearchParams({ ...(after && { after }), ...(pictures && { pictures }) }).toString();
  return query ? `/desk/trash?${query}` : "/desk/trash";
}
