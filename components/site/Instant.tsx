import { cityOf, dateLine, dayLine, isoInZone } from "./dates.ts";
import type { Paper } from "./paper.ts";
import { wordsFor } from "./words.ts";

interface Props {
  at: Date;
  paper: Pick<Paper, "zone" | "language">;
  /** "day" for cards, "minute" with the name of the clock for the story itself. */
  precision: "day" | "minute";
}

/** A moment on the newsroom's clock, exact for machines. */
export function Instant({ at, paper, precision }: Props) {
  const iso = isoInZone(at, paper.zone);
  if (precision === "day") return <time dateTime={iso}>{dayLine(at, paper)}</time>;
  return (
    <>
      <time dateTime={iso}>{dateLine(at, paper)}</time> {wordsFor(paper.language).clock(cityOf(paper.zone))}
    </>
  );
}
