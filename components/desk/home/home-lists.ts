import type { StoryRow } from "../stories/story-row.ts";

/** What is to happen next stands first. */
export const nextFirst = <Row extends Pick<StoryRow, "plan">>(rows: readonly Row[]): Row[] =>
  rows
    .filter((row) => row.plan !== null)
    .sort((one, other) => (one.plan?.at.getTime() ?? 0) - (other.plan?.at.getTime() ?? 0));

const liveSince = ({ publication }: Pick<StoryRow, "publication">): number =>
  publication.state === "live" ? publication.since.getTime() : 0;

/** What went out last stands first. */
export const lastOutFirst = <Row extends Pick<StoryRow, "publication">>(rows: readonly Row[]): Row[] =>
  rows.toSorted((one, other) => liveSince(other) - liveSince(one));
