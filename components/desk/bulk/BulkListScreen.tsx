import Link from "next/link";
import type { BulkFacts } from "#newsroom/bulk/queries";
import { ListHead } from "../ListHead.tsx";
import list from "../ListScreen.module.css";
import { When } from "../When.tsx";
import { bulkTitle, storiesWords } from "./bulk-words.ts";

interface BulkListScreenProps {
  data: { actions: readonly BulkFacts[]; zone: string; now: Date };
}

/** What this person asked of many stories lately. */
export const BulkListScreen = ({ data: { actions, zone, now } }: BulkListScreenProps) => (
  <div className={list.screen}>
    <h1 className={list.title}>Bulk actions</h1>
    {actions.length === 0 ? (
      <p className={list.hint}>
        None yet. Choose some in the <a href="/desk/stories">list of stories</a>.
      </p>
    ) : (
      <table className={list.table}>
        <ListHead columns={["Action", "Begun", "Changed", "Refused"]} />
        <tbody>
          {actions.map((action) => (
            <tr key={action.id}>
              <th scope="row">
                <Link href={`/desk/bulk/${action.id}`} prefetch={false} data-row>
                  {bulkTitle(action)}
                </Link>
              </th>
              <td>
                <When at={action.startedAt ?? action.preparedAt} now={now} zone={zone} />
              </td>
              <td>{storiesWords(action.counts.done)}</td>
              <td>{action.counts.refused}</td>
            </tr>
          ))}
        </tbody>
      </table>
    )}
  </div>
);
