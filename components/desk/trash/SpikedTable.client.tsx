"use client";
import { useRouter } from "next/navigation";
import { useState, useTransition } from "react";
import { Button } from "#components/ui/Button";
import { StatusLine } from "#components/ui/StatusLine";
import type { Answer } from "#newsroom/kernel/answer";
import type { Spiked } from "#newsroom/trash/schema";
import { editorPath } from "../stories/story-row.ts";
import { When } from "../When.tsx";
import { daysLeftWords } from "./days-left.ts";
import styles from "./TrashScreen.module.css";

export interface UnspikeActions {
  unspikeStory(input: { storyId: string; version: number }): Promise<Answer<{ losesSection: boolean }>>;
  unspikeTag(input: { tagId: string; version: number }): Promise<Answer<unknown>>;
  unspikeSection(input: { sectionId: string; version: number }): Promise<Answer<unknown>>;
}

interface Row extends Spiked {
  name: string;
  language: string | null;
  note: string | null;
}

interface SpikedTableProps {
  data: { kind: "story" | "tag" | "section"; rows: readonly Row[]; zone: string; now: Date };
  actions: UnspikeActions;
}

interface Said {
  tone: "good" | "danger";
  words: string;
  href?: string;
}

/** One line a thing, with its way back. */
export function SpikedTable({ data: { kind, rows, zone, now }, actions }: SpikedTableProps) {
  const [said, setSaid] = useState<Said | null>(null);
  const [isAsking, startAsking] = useTransition();
  const router = useRouter();

  const restore = ({ id, version, name }: Row) =>
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
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">{kind === "story" ? "Headline" : "Name"}</th>
            <th scope="col" className={styles.wide}>
              Why
            </th>
            <th scope="col" className={styles.wide}>
              Who
            </th>
            <th scope="col" className={styles.wide}>
              When
            </th>
            <th scope="col">Left</th>
            <th scope="col">Way back</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.id}>
              <th scope="row">
                <span lang={row.language ?? undefined} dir="auto">
                  {row.name}
                </span>
                {row.note ? <span className={styles.hint}> {row.note}</span> : null}
                <span className={styles.folded}>
                  {row.because} · {row.by ?? "The program"}, <When at={row.spikedAt} now={now} zone={zone} />
                </span>
              </th>
              <td className={`${styles.wide} ${styles.because}`}>{row.because}</td>
              <td className={styles.wide}>{row.by ?? "The program"}</td>
              <td className={styles.wide}>
                <When at={row.spikedAt} now={now} zone={zone} />
              </td>
              <td>{daysLeftWords(row.daysLeft)}</td>
              <td>
                <Button
                  size="small"
                  busy={isAsking}
                  onClick={() => restore(row)}
                  aria-label={`Restore ${row.name}`}
                  data-row
                >
                  Restore
                </Button>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}

/** Restores one thing of this kind; its value is what is to be said besides. */
function restoring(kind: "story" | "tag" | "section", actions: UnspikeActions) {
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
    }
  };
}
