import { byDue } from "#newsroom/stories/publication/due-order";
import { isWithWriter, type Stage, type StageMeaning } from "#newsroom/workflow/stages";
import type { BoardCard, BoardColumnData } from "./board-data.ts";

/** From editors back to the one who writes: that is a return, and its writer reads why. */
export const isReturn = (from: { meaning: StageMeaning }, to: { meaning: StageMeaning }): boolean =>
  !isWithWriter(from.meaning) && to.meaning === "writing";

/** The board as it will be once the newsroom has moved the card; one that comes below all that a column shows is not seen there. */
export const movedTo = (
  columns: readonly BoardColumnData[],
  { card, to, now }: { card: BoardCard; to: Stage; now: Date },
): BoardColumnData[] =>
  columns.map((column) => {
    if (column.stage.key === card.stage.key)
      return { ...column, count: column.count - 1, stories: column.stories.filter(({ id }) => id !== card.id) };
    if (column.stage.key !== to.key) return column;
    const { key, name, meaning } = to;
    const isCut = column.stories.length < column.count;
    const moved = { ...card, changedAt: now, stage: { key, name, meaning } };
    const stories = [...column.stories, moved].sort(byDue);
    return {
      ...column,
      count: column.count + 1,
      stories: isCut && stories.at(-1) === moved ? column.stories : stories,
    };
  });
