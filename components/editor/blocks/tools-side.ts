/** Where the tools of a block float: under those of the text, or at the foot of the window. */
export type Side = "head" | "foot";

interface Band {
  top: number;
  bottom: number;
}

/** So far the line that is written stays from the tools: some of the text before and after it is to be read as well. */
const around = 96;

const near = (line: Band, tools: Band): boolean => line.top - around < tools.bottom && line.bottom + around > tools.top;

/** The side on which the tools do not lie on what is being written; they stay where they are as long as they can. In pixels of the window. */
export function sideOf(line: Band, places: Record<Side, Band>, now: Side): Side {
  const other = now === "head" ? "foot" : "head";
  return near(line, places[now]) && !near(line, places[other]) ? other : now;
}
