import { isWithWriter, type Stage, type StageMeaning } from "#newsroom/workflow/stages";
import type { BoardCard, BoardColumnData } from "./board-data.ts";

/** From editors back to the one who writes: that is a return, and its writer reads why. */
export const isReturn = (from: { meaning: StageMeaning }, to: { meaning: StageMeaning }): boolean =>
  !isWithWriter(from.meaning) && to.meaning === "writing";

/** The board as it will be once the newsroom has moved the card. */
export const movedTo = (
  columns: readonly BoardColumnData[],
  { card, to }: { card: BoardCard; to: Stage },
): BoardColumnData[] =>
  columns.map((column) => {
    if (column.stage.key === card.stage.key)
      return { ...column, count: column.count - 1, stories: column.stories.filter(({ id }) => id !== card.id) };
    if (column.stage.key !== to.key) return column;
    const { key, name, meaning } = to;
    return {
      ...column,
      count: column.count + 1,
      stories: [{ ...card, stage: { key, name, meaning } }, ...column.stories],
    };
  });
