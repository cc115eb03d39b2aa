import { ButtonLink } from "#components/ui/ButtonLink";
import type { Trash } from "#newsroom/trash/schema";
import { trashDays } from "#newsroom/workflow/trash";
import { headlineOr } from "../words.ts";
import { SpikedTable, type UnspikeActions } from "./SpikedTable.client.tsx";
import styles from "./TrashScreen.module.css";

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
      rows: trash.stories.map(({ headline, ...row }) => ({ ...row, name: headlineOr(headline), note: null })),
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
  ].filter(({ rows }) => rows.length > 0);
  return (
    <div className={styles.screen}>
      <div>
        <h1 className={styles.title}>Trash</h1>
        <p className={styles.hint}>
          What was spiked can be restored for {trashDays} days. A story that readers have had is kept without limit.
        </p>
      </div>
      {parts.length === 0 ? <p className={styles.nothing}>Nothing lies in the trash.</p> : null}
      {parts.map(({ title, kind, rows }) => (
        <section key={kind} aria-labelledby={`trash-${kind}`} className={styles.part}>
          <h2 id={`trash-${kind}`}>{title}</h2>
          <SpikedTable data={{ kind, rows, zone, now }} actions={actions} />
        </section>
      ))}
      {trash.next || !isFirstPage ? (
        <nav aria-label="Pages of the trash">
          {isFirstPage ? null : <ButtonLink href="/desk/trash">Newest first page</ButtonLink>}
          {trash.next ? <ButtonLink href={`/desk/trash?after=${trash.next}`}>Spiked before these</ButtonLink> : null}
        </nav>
      ) : null}
    </div>
  );
}
