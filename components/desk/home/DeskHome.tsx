import { NewIdea, type NewIdeaProps } from "../planning/NewIdea.client.tsx";
import { NextActions, type NextActionsProps } from "../planning/NextActions.tsx";
import type { PlanningActions } from "../planning/planning-actions.ts";
import { listPath } from "../stories/list-path.ts";
import type { StoryRow } from "../stories/story-row.ts";
import { UnsentWords } from "../stories/UnsentWords.client.tsx";
import { AlarmList } from "./AlarmList.tsx";
import type { AlarmRow } from "./alarm-words.ts";
import { DemoNotice, type DemoNoticeActions } from "./DemoNotice.client.tsx";
import styles from "./DeskHome.module.css";
import { StoryList } from "./StoryList.tsx";

export interface DeskHomeProps {
  data: {
    name: string;
    alarms: readonly AlarmRow[];
    next: Pick<NextActionsProps, "actions" | "isCut">;
    mine: readonly StoryRow[];
    waiting: readonly StoryRow[];
    /** The stages in which they wait. */
    waitsAt: readonly { key: string; name: string }[];
    planned: readonly StoryRow[];
    live: readonly StoryRow[];
    /** For new ideas. */
    idea: NewIdeaProps["data"];
    zone: string;
    now: Date;
  };
  /** `removeDemo` only while there is one. */
  can: { seeWaiting: boolean; removeDemo: boolean; pitch: boolean; direct: boolean };
  actions: DemoNoticeActions & Pick<PlanningActions, "pitchIdea" | "takeIdea">;
}

const either = new Intl.ListFormat("en", { type: "disjunction" });

/** What waits for this person. */
export function DeskHome({
  data: { name, alarms, next, idea, mine, waiting, waitsAt, planned, live, zone, now },
  can,
  actions,
}: DeskHomeProps) {
  const clock = { zone, now };
  return (
    <div className={styles.home}>
      <div className={styles.head}>
        <h1 className={styles.title}>What waits for you, {name}</h1>
        {can.pitch ? <NewIdea data={idea} can={can} actions={actions} /> : null}
      </div>
      {can.removeDemo ? <DemoNotice actions={actions} /> : null}
      <UnsentWords me={idea.me} {...clock} />
      {alarms.length > 0 ? <AlarmList alarms={alarms} {...clock} /> : null}
      <NextActions {...next} taking={actions} {...clock} />
      <div className={styles.lists}>
        <div className={styles.lists}>
          {can.seeWaiting ? (
            <StoryList
              {...clock}
              title="Waiting for an editor"
              stories={waiting}
              empty={`Nothing waits in ${either.format(waitsAt.map(({ name }) => name))}.`}
              all={waitsAt.map(({ key, name }) => ({ of: name, path: listPath({ stage: key }) }))}
            />
          ) : null}
          <StoryList
            {...clock}
            title="My drafts"
            stories={mine}
            empty="You have no drafts."
            all={[{ path: listPath({ mine: true, publication: "unpublished" }) }]}
          />
          <StoryList
            {...clock}
            title="Planned"
            stories={planned}
            empty="Nothing is planned."
            all={[{ path: listPath({ publication: "planned" }) }]}
          />
        </div>
        <StoryList
          {...clock}
          title="Recently live"
          stories={live}
          empty="Nothing has been published yet."
          all={[{ path: listPath({ publication: "live" }) }]}
        />
      </div>
    </div>
  );
}
