import { Board } from "./Board.client.tsx";
import styles from "./Board.module.css";
import { BoardFilter } from "./BoardFilter.client.tsx";
import type { BoardScreenProps } from "./board-data.ts";
import { NewIdea } from "./NewIdea.client.tsx";

/** What is in the making, stage by stage. */
export const BoardScreen = ({ data, can, actions }: BoardScreenProps) => {
  const { choices, search, waitsAt, me, zone } = data;
  const { sections, colleagues } = choices;
  return (
    <div className={styles.screen}>
      <div className={styles.head}>
        <h1 className={styles.title}>Board</h1>
        {can.pitch ? <NewIdea data={{ sections, colleagues, waitsAt, me, zone }} can={can} actions={actions} /> : null}
      </div>
      <BoardFilter search={search} choices={choices} />
      <Board data={data} can={can} actions={actions} />
    </div>
  );
};
