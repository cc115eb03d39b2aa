import { readingMinutes } from "#newsroom/body/text";
import { noRates, type StoryRates } from "#newsroom/rates/schema";
import type { LiveStory } from "#newsroom/stories/published";
import type { LiveCard } from "#newsroom/stories/published/cards";
import { Body } from "../body/Body.tsx";
import { Byline } from "../byline/Byline.tsx";
import { directionOf } from "../direction.ts";
import { headlineText } from "../headline.tsx";
import { Instant } from "../Instant.tsx";
import type { Paper } from "../paper.ts";
import { Figure } from "../picture/Figure.tsx";
import { wordsFor } from "../words.ts";
import { ChangeLog } from "./ChangeLog.tsx";
import { Notes } from "./Notes.tsx";
import { Related } from "./Related.tsx";
import styles from "./Story.module.css";
import { Tags } from "./Tags.tsx";
import { Translations } from "./Translations.tsx";

interface Props {
  story: LiveStory;
  paper: Paper;
  /** What its amounts and rate boxes need. */
  rates?: StoryRates;
  /** What else there is to read on it; nothing in a preview. */
  related?: LiveCard[];
  /** Where the files of its pictures are: readers have those of live stories. */
  pictures?: string;
}

/** A story as its readers see it. Words of the story carry its language, the furniture that of the paper. */
export function Story({ story, paper, rates = noRates, related = [], pictures = "/media" }: Props) {
  const words = wordsFor(paper.language);
  return (
    <article className={styles.story} lang={story.language} dir={directionOf(story.language)}>
      <header className={styles.header}>
        {(story.section || story.kicker) && (
          <p className={styles.kicker}>
            {story.section && <a href={`/sections/${story.section.slug}`}>{story.section.name}</a>}
            {story.kicker && <span>{story.kicker}</span>}
          </p>
        )}
        <h1 className={styles.headline}>{headlineText(story.headline)}</h1>
        {story.standfirst && <p className={styles.standfirst}>{story.standfirst}</p>}
      </header>
      <div className={styles.meta} lang={paper.language} dir={directionOf(paper.language)}>
        <Byline byline={story.byline} language={paper.language} className={styles.byline} />
        <p>
          <Instant at={story.publishedAt} paper={paper} precision="minute" />
        </p>
        {story.updatedAt && (
          <p>
            {words.updated} <Instant at={story.updatedAt} paper={paper} precision="minute" />
          </p>
        )}
        {story.wordCount > 0 && <p>{words.minutes(readingMinutes(story.wordCount))}</p>}
        <Translations translations={story.translations} label={words.alsoIn} />
      </div>
      {story.leadImage && (
        <Figure
          picture={story.leadImage}
          pictures={pictures}
          sizes="(min-width: 76rem) 54rem, (min-width: 60rem) 70vw, 94vw"
          isFirst
          className={styles.lead}
        />
      )}
      <div className={styles.text}>
        <Notes notes={story.notes.filter(({ place }) => place === "top")} paper={paper} />
        <Body
          body={story.body}
          dateline={story.dateline}
          language={story.language}
          paperLanguage={paper.language}
          rates={rates}
          pictures={pictures}
        />
        <Notes notes={story.notes.filter(({ place }) => place === "bottom")} paper={paper} />
      </div>
      <ChangeLog story={story} paper={paper} rates={rates} />
      <Tags tags={story.tags} language={paper.language} />
      <Related stories={related} paper={paper} />
    </article>
  );
}
