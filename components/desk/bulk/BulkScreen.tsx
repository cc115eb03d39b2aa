import Link from "next/link";
import { Badge, type Tone } from "#components/ui/Badge";
import { ButtonLink } from "#components/ui/ButtonLink";
import type { BulkRowShown, BulkShown } from "#newsroom/bulk/queries";
import { ListHead } from "../ListHead.tsx";
import list from "../ListScreen.module.css";
import { editorPath } from "../stories/story-row.ts";
import { When } from "../When.tsx";
import { BulkProgress, type BulkProgressActions } from "./BulkProgress.client.tsx";
import { bulkTitle } from "./bulk-words.ts";

interface BulkScreenProps {
  data: { bulk: BulkShown; page: number; zone: string; now: Date };
  actions: BulkProgressActions;
}

const outcomes: Record<BulkRowShown["outcome"], { tone: Tone; label: string }> = {
  waiting: { tone: "plain", label: "Waiting" },
  done: { tone: "good", label: "Done" },
  unchanged: { tone: "plain", label: "Was so already" },
  refused: { tone: "danger", label: "Refused" },
};

/** What became of each story of a bulk action; what was refused stands first. */
export function BulkScreen({ data: { bulk, page, zone, now }, actions }: BulkScreenProps) {
  const { id, counts, finishedAt, startedAt, canUndo, undoneBy, rows, nextPage } = bulk;
  return (
    <div className={list.screen}>
      <div>
        <h1 className={list.title}>{bulkTitle(bulk)}</h1>
        <p className={list.hint}>
          Begun <When at={startedAt ?? bulk.preparedAt} now={now} zone={zone} />.
          {finishedAt ? null : " It goes on when you leave this page."}
        </p>
      </div>
      <BulkProgress data={{ id, counts, isFinished: finishedAt !== null, canUndo }} actions={actions} />
      {undoneBy ? (
        <p>
          This was undone. <a href={`/desk/bulk/${undoneBy}`}>What became of that</a>
        </p>
      ) : null}
      <table className={list.table}>
        <ListHead columns={["Story", "Result"]} />
        <tbody>
          {rows.map((row) => (
            <tr key={row.storyId}>
              <th scope="row" lang={row.language ?? undefined} dir="auto">
                <Story row={row} />
              </th>
              <td>
                <Badge tone={outcomes[row.outcome].tone}>{outcomes[row.outcome].label}</Badge> {row.words}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {page > 1 || nextPage ? (
        <nav aria-label="Pages of the result" className={list.pages}>
          {page > 1 ? <ButtonLink href={`/desk/bulk/${id}?page=${page - 1}`}>Page before</ButtonLink> : null}
          {nextPage ? <ButtonLink href={`/desk/bulk/${id}?page=${nextPage}`}>Next page</ButtonLink> : null}
        </nav>
      ) : null}
    </div>
  );
}

function Story({ row }: { row: BulkRowShown }) {
  if (row.name === null) return "A story that is not there any more";
  if (row.isInTrash) return row.name;
  return (
    <Link href={editorPath(row.storyId)} prefetch={false} data-row>
      {row.name}
    </Link>
  );
}
