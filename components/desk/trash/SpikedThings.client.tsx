"use client";
import { useRouter } from "next/navigation";
import { useState, useTransition } from "react";
import { Button } from "#components/ui/Button";
import { StatusLine } from "#components/ui/StatusLine";
import type { Answer } from "#newsroom/kernel/answer";
import type { Spiked } from "#newsroom/trash/schema";
import { ListHead } from "../ListHead.tsx";
import list from "../ListScreen.module.css";
import { editorPath } from "../stories/story-row.ts";
import { When } from "../When.tsx";
import { daysLeftWords } from "./days-left.ts";
import styles from "./TrashScreen.module.css";

export interface UnspikeActions {
  unspikeStory(input: { storyId: string; version: number }): Promise<Answer<{ losesSection: boolean }>>;
  unspikeTag(input: { tagId: string; version: number }): Promise<Answer<unknown>>;
  unspikeSection(input: { sectionId: string; version: number }): Promise<Answer<unknown>>;
  restorePicture(input: { pictureId: string }): Promise<Answer<unknown>>;
}

interface Row extends Omit<Spiked, "because"> {
  /** Null where nobody is asked for a reason. */
  because: string | null;
  name: string;
  language: string | null;
  note: string | null;
  thumbnail?: { address: string; altText: string };
  /** Why without limit, if so. */
  kept?: string;
}

type Kind = "story" | "tag" | "section" | "picture";

const naming = { story: "Headline", tag: "Name", section: "Name", picture: "Picture" } satisfies Record<Kind, string>;

interface SpikedThingsProps {
  data: { parts: readonly { kind: Kind; title: string; rows: readonly Row[] }[]; zone: string; now: Date };
  actions: UnspikeActions;
}

interface Said {
  tone: "good" | "danger";
  words: string;
  href?: string;
}

/** What lies in the trash, a table a kind, and what came of restoring, which outlives the last row of its table. */
export function SpikedThings({ data: { parts, zone, now }, actions }: SpikedThingsProps) {
  const [said, setSaid] = useState<Said | null>(null);
  const [isAsking, startAsking] = useTransition();
  const router = useRouter();

  const restore = (kind: Kind, { id, version, name }: Row) =>
    startAsking(async () => {
      const answer = await restoring(kind, actions)(id, version).catch(() => null);
      if (!answer?.ok)
        setSaid({ tone: "danger", words: answer?.message ?? "The newsroom did not answer. Please try again." });
      else
        setSaid({
          tone: "good",
          words: `“${name}” is restored.${answer.value}`,
          ...(kind === "story" && { href: editorPath(id) }),
        });
      router.refresh();
    });

  return (
    <>
      <StatusLine tone={said?.tone ?? "plain"}>
        {said?.words} {said?.href ? <a href={said.href}>Open it</a> : null}
      </StatusLine>
      {parts.map(({ title, kind, rows }) =>
        rows.length > 0 ? (
          <section key={kind} aria-labelledby={`trash-${kind}`} className={styles.part}>
            <h2 id={`trash-${kind}`}>{title}</h2>
            <SpikedTable
              rows={rows}
              naming={naming[kind]}
              hasReasons={kind !== "picture"}
              zone={zone}
              now={now}
              busy={isAsking}
              onRestore={(row) => restore(kind, row)}
            />
          </section>
        ) : null,
      )}
    </>
  );
}

interface SpikedTableProps {
  rows: readonly Row[];
  /** What its first column is called. */
  naming: string;
  hasReasons: boolean;
  zone: string;
  now: Date;
  busy: boolean;
  onRestore: (row: Row) => void;
}

/** One line a thing, with its way back. */
const SpikedTable = ({ rows, naming, hasReasons, zone, now, busy, onRestore }: SpikedTableProps) => (
  <table className={list.table}>
    <ListHead
      columns={[
        naming,
        ...(hasReasons ? [{ name: "Why", is: "wide" as const }] : []),
        { name: "Who", is: "wide" },
        { name: "When", is: "wide" },
        "Left",
        "Way back",
      ]}
    />
    <tbody>
      {rows.map((row) => (
        <tr key={row.id}>
          <th scope="row">
            <div className={styles.thing}>
              {row.thumbnail ? (
                <img
                  className={styles.thumbnail}
                  src={row.thumbnail.address}
                  alt={row.thumbnail.altText}
                  loading="lazy"
                />
              ) : null}
              <div>
                <span lang={row.language ?? undefined} dir="auto">
                  {row.name}
                </span>
                {row.note ? <span className={list.hint}> {row.note}</span> : null}
                <span className={`${list.under} ${list.folded}`}>
                  {row.because === null ? null : `${row.because} · `}
                  {row.by ?? "The program"}, <When at={row.spikedAt} now={now} zone={zone} />
                </span>
              </div>
            </div>
          </th>
          {hasReasons ? <td className={`${list.wide} ${styles.because}`}>{row.because}</td> : null}
          <td className={list.wide}>{row.by ?? "The program"}</td>
          <td className={list.wide}>
            <When at={row.spikedAt} now={now} zone={zone} />
          </td>
          <td>{daysLeftWords(row.daysLeft, row.kept)}</td>
          <td>
            <Button size="small" busy={busy} onClick={() => onRestore(row)} aria-label={`Restore ${row.name}`} data-row>
              Restore
            </Button>
          </td>
        </tr>
      ))}
    </tbody>
  </table>
);

/** Restores one thing of this kind; its value is what is to be said besides. */
function restoring(kind: Kind, actions: UnspikeActions) {
  return async (id: string, version: number): Promise<Answer<string>> => {
    switch (kind) {
      case "story": {
        const answer = await actions.unspikeStory({ storyId: id, version });
        if (!answer.ok) return answer;
        const lost = answer.value.losesSection ? " Its section lies in the trash: please choose another." : "";
        return { ok: true, value: lost };
      }
      case "tag": {
        const answer = await actions.unspikeTag({ tagId: id, version });
        return answer.ok ? { ok: true, value: "" } : answer;
      }
      case "section": {
        const answer = await actions.unspikeSection({ sectionId: id, version });
        return answer.ok ? { ok: true, value: "" } : answer;
      }
      case "picture": {
        const answer = await actions.restorePicture({ pictureId: id });
        return answer.ok ? { ok: true, value: "" } : answer;
      }
    }
  };
}
