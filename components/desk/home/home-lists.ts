import type { StoryRow } from "../stories/story-row.ts";

const liveSince = ({ publication }: Pick<StoryRow, "publication">): number =>
  publication.state === "live" ? publication.since.getTime() : 0;

/** What went out last stands first. */
export const lastOutFirst = <Row extends Pick<StoryRow, "publication">>(rows: readonly Row[]): Row[] =>
  rows.toSorted((one, other) => liveSince(other) - liveSince(one));
