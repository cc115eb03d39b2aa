import { createHash } from "node:crypto";

interface Told {
  notes: readonly { id: string; note: string; place: string }[];
  changes: readonly { id: string }[];
}

/** Tells apart what readers were told beside a story's text: notes by their words, differences by their being there. Empty for nothing. */
export function toldMark({ notes, changes }: Told): string {
  if (notes.length === 0 && changes.length === 0) return "";
  const said = [notes.map(({ id, note, place }) => [id, note, place].join()), changes.map(({ id }) => id)];
  return createHash("sha256")
    .update(JSON.stringify(said.map((list) => list.toSorted())))
    .digest("hex")
    .slice(0, 16);
}
