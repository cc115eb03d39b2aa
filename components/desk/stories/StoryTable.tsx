import Link from "next/link";
import { Hidden } from "#components/ui/Hidden";
import { storyName } from "#newsroom/stories/story-name";
import { classes } from "../../ui/classes.ts";
import { SelectBox, SelectPageBox } from "../bulk/Selecting.client.tsx";
import { DueTime } from "../DueTime.tsx";
import { StoryBadges } from "../StoryBadges.tsx";
import { When } from "../When.tsx";
import { WhoIsHere } from "./Presence.client.tsx";
import styles from "./StoryTable.module.css";
import { bylineWords, editorPath, rowFacts, type StoryRow, wordsWords } from "./story-row.ts";

interface StoryTableProps {
  caption: string;
  stories: readonly StoryRow[];
  zone: string;
  now: Date;
}

/** One line a story; on a narrow screen its columns fold under the headline. */
export const StoryTable = ({ caption, stories, zone, now }: StoryTableProps) => (
  <table className={styles.table}>
    <caption>
      <Hidden>{caption}</Hidden>
    </caption>
    <thead>
      <tr>
        <th scope="col" className={styles.select}>
          <SelectPageBox />
        </th>
        <th scope="col">Headline</th>
        <th scope="col" className={styles.wide}>
          Stage
        </th>
        <th scope="col" className={classes(styles.wide, styles.times)}>
          State
        </th>
        <th scope="col" className={styles.wide}>
          Section
        </th>
        <th scope="col" className={classes(styles.wider, styles.names)}>
          Byline
        </th>
        <th scope="col" className={styles.wider}>
          Assigned to
        </th>
        <th scope="col" className={classes(styles.wide, styles.times)}>
          Due
        </th>
        <th scope="col" className={styles.count}>
          Words
        </th>
        <th scope="col" className={styles.when}>
          Changed
        </th>
      </tr>
    </thead>
    <tbody>
      {stories.map((story) => (
        <Row key={story.id} story={story} zone={zone} now={now} />
      ))}
    </tbody>
  </table>
);

const Row = ({ story, zone, now }: { story: StoryRow; zone: string; now: Date }) => (
  <tr className={styles.row} data-story={story.id}>
    <td className={styles.select}>
      <SelectBox id={story.id} headline={storyName(story)} />
    </td>
    <th scope="row" className={styles.headline}>
      <Link
        href={editorPath(story.id)}
        prefetch={false}
        className={story.headline.trim() || story.slugline ? styles.link : styles.untitled}
        lang={story.language}
        dir="auto"
        data-row
      >
        {storyName(story)}
      </Link>
      <WhoIsHere storyId={story.id} />
      <div className={styles.folded}>
        <StoryBadges story={story} zone={zone} now={now} />
        <span>{foldedWords(story)}</span>
        {story.dueAt ? (
          <>
            {" · "}
            <DueTime story={story} zone={zone} now={now} />
          </>
        ) : null}
      </div>
    </th>
    <td className={styles.wide}>{story.stage.name}</td>
    <td className={styles.wide}>
      <StoryBadges story={story} zone={zone} now={now} />
    </td>
    <td className={styles.wide}>{story.section?.name}</td>
    <td className={styles.wider}>{bylineWords(story.byline)}</td>
    <td className={styles.wider}>{story.assignee?.name}</td>
    <td className={styles.wide}>
      <DueTime story={story} zone={zone} now={now} isNamed={false} />
    </td>
    <td className={styles.count}>{story.wordCount}</td>
    <td className={styles.when}>
      <When at={story.changedAt} now={now} zone={zone} />
    </td>
  </tr>
);

const foldedWords = (story: StoryRow): string =>
  [rowFacts(story), wordsWords(story.wordCount)].filter(Boolean).join(" · ");
