import type { WrittenBlock, WrittenRun } from "#newsroom/stories/revisions/authorship-queries";

/** Whose words a run is, in words. */
export const writerName = ({ by, since }: Pick<WrittenRun, "by" | "since">): string =>
  by?.name ?? (since ? "Made by the program" : "Not known");

/** Everybody who wrote in these blocks, in the order of the text, with a number to tell them apart. */
export function writersIn(blocks: readonly WrittenBlock[]): Map<string, number> {
  const writers = new Map<string, number>();
  for (const { runs } of blocks)
    for (const run of runs) {
      const name = keyOf(run);
      if (!writers.has(name)) writers.set(name, writers.size);
    }
  return writers;
}

/** Two people may have one name. */
export const keyOf = (run: Pick<WrittenRun, "by" | "since">): string => run.by?.id ?? writerName(run);

/** The writers of one block, each once. */
export const writersOf = ({ runs }: WrittenBlock): WrittenRun[] =>
  runs.filter((run, place) => runs.findIndex((other) => keyOf(other) === keyOf(run)) === place);
