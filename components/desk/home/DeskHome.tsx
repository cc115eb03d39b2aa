import { listPath } from "../stories/list-path.ts";
import type { StoryRow } from "../stories/story-row.ts";
import { AlarmList } from "./AlarmList.tsx";
import type { AlarmRow } from "./alarm-words.ts";
import { DemoNotice, type DemoNoticeActions } from "./DemoNotice.client.tsx";
import styles from "./DeskHome.module.css";
import { MentionList, type MentionRow } from "./MentionList.tsx";
import { ReturnedList } from "./ReturnedList.tsx";
import { StoryList } from "./StoryList.tsx";

export interface DeskHomeProps {
  data: {
    name: string;
    alarms: readonly AlarmRow[];
    mentions: readonly MentionRow[];
    returned: readonly StoryRow[];
    mine: readonly StoryRow[];
    waiting: readonly StoryRow[];
    /** Where stories are handed in to. */
    waitsAt: { key: string; name: string };
    planned: readonly StoryRow[];
    live: readonly StoryRow[];
    zone: string;
    now: Date;
  };
  /** `removeDemo` only while there is one. */
  can: { seeWaiting: boolean; removeDemo: boolean };
  actions: DemoNoticeActions;
}

/** What waits for this person. */
export function DeskHome({
  data: { name, alarms, mentions, returned, mine, waiting, waitsAt, planned, live, zone, now },
  can,
  actions,
}: DeskHomeProps) {
  const clock = { zone, now };
  return (
    <div className={styles.home}>
      <h1 className={styles.title}>What waits for you, {name}</h1>
      {can.removeDemo ? <DemoNotice actions={actions} /> : null}
      {alarms.length > 0 ? <AlarmList alarms={alarms} {...clock} /> : null}
      {mentions.length > 0 ? <MentionList mentions={mentions} {...clock} /> : null}
      {returned.length > 0 ? <ReturnedList stories={returned} {...clock} /> : null}
      <div className={styles.lists}>
        <div className={styles.lists}>
          {can.seeWaiting ? (
            <StoryList
              {...clock}
              title="Waiting for an editor"
              stories={waiting}
              empty={`Nothing waits in ${waitsAt.name}.`}
              all={listPath({ stage: waitsAt.key })}
            />
          ) : null}
          <StoryList
            {...clock}
            title="My drafts"
            stories={mine}
            empty="You have no drafts."
            all={listPath({ mine: true, publication: "unpublished" })}
          />
          <StoryList
            {...clock}
            title="Planned"
            stories={planned}
            empty="Nothing is planned."
            all={listPath({ publication: "planned" })}
          />
        </div>
        <StoryList
          {...clock}
          title="Recently live"
          stories={live}
          empty="Nothing has been published yet."
          all={listPath({ publication: "live" })}
        />
      </div>
    </div>
  );
}
