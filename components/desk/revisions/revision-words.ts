import type { RevisionRow } from "#newsroom/stories/revisions/revision-queries";
import { clockTime, exactly } from "../when.ts";

const kindWords = {
  draft: "The draft now",
  published: "Published",
  submitted: "Submitted",
  planned: "Planned",
  conflict: "Kept from a conflict",
  checkpoint: "Named",
  restored: "Restored",
  autosave: "Autosave",
} as const satisfies Record<RevisionRow["kind"], string>;

type Titled = Pick<RevisionRow, "kind" | "name">;

/** What a state is called: by its name, if somebody gave it one. */
export const stateTitle = ({ kind, name }: Titled): string => name ?? kindWords[kind];

/** "Published, 25 Nov 2026, 14:02 Bishkek" */
export const stateName = (row: Titled & Pick<RevisionRow, "at">, zone: string): string =>
  `${stateTitle(row)}, ${exactly(row.at, zone)}`;

/** How it came to be, if its title does not say so. */
export function stateNote(
  row: Pick<RevisionRow, "kind" | "by" | "restoredFrom"> & { authors: readonly string[] },
  zone: string,
): string | null {
  const { kind, by, authors, restoredFrom } = row;
  if (kind === "autosave") return `As it stood before ${by ?? "the program"} wrote on`;
  if (kind === "restored" && restoredFrom) return `From ${exactly(restoredFrom.at, zone)}${by ? ` by ${by}` : ""}`;
  const isSaid = authors.length === 1 && authors[0] === by;
  return by && !isSaid ? `By ${by}` : null;
}

/** "Went live 25 Nov 2026, 14:02 Bishkek. Readers had it on 2 instances at 14:02:07": what is known of how it reached them. */
export function liveNote(
  { wentLiveAt, proved }: Pick<RevisionRow, "wentLiveAt" | "proved">,
  zone: string,
): string | null {
  const where =
    proved && proved.instances > 0 ? `on ${proved.instances} instance${proved.instances === 1 ? "" : "s"} ` : "";
  const parts = [
    wentLiveAt && `Went live ${exactly(wentLiveAt, zone)}`,
    proved && `Readers had it ${where}at ${clockTime(proved.at, zone)}`,
  ].filter((part) => part !== null);
  return parts.length > 0 ? parts.join(". ") : null;
}

/** "+12", "−3", "±0" */
export const changeWords = (words: number): string => (words > 0 ? `+${words}` : words < 0 ? `−${-words}` : "±0");

/** "Aigul Toktorova, Timur Saliev" */
export const authorsWords = (authors: readonly string[]): string => authors.join(", ");
