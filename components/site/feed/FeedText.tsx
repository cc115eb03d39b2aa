import type { StoryRates } from "#newsroom/rates/schema";
import type { StoryNote } from "#newsroom/stories/published";
import type { FeedRetraction, FeedStory } from "#newsroom/stories/published/feeds";
import { FeedBody } from "../body/FeedBody.tsx";
import { directionOf } from "../direction.ts";
import { Instant } from "../Instant.tsx";
import { inOrder } from "../in-order.ts";
import type { Paper } from "../paper.ts";
import { wordsFor } from "../words.ts";

/** Thirty of the longest stories would be more than any reader of feeds takes. */
const longestWords = 20_000;

interface TextProps {
  story: FeedStory;
  paper: Paper;
  siteUrl: string;
  rates: StoryRates;
}

/** A story as it stands in a feed: its text, between the notes on it. */
export function FeedText({ story, paper, siteUrl, rates }: TextProps) {
  const { language, notes } = story;
  const notesAt = (place: StoryNote["place"]) =>
    inOrder(notes.filter((note) => note.place === place).map(noteOf(paper)));
  return (
    <div lang={language} dir={directionOf(language)}>
      {notesAt("top")}
      {story.wordCount > longestWords ? (
        <p>
          <a href={siteUrl + story.address}>{wordsFor(paper.language).feed.readOn(paper.name)}</a>
        </p>
      ) : (
        <FeedBody
          body={story.body}
          dateline={story.dateline}
          language={language}
          paperLanguage={paper.language}
          siteUrl={siteUrl}
          rates={rates}
        />
      )}
      {notesAt("bottom")}
    </div>
  );
}

const noteOf = (paper: Paper) => (note: StoryNote) => (
  <blockquote>
    <p lang={paper.language} dir={directionOf(paper.language)}>
      <strong>{wordsFor(paper.language).corrections.kinds[note.kind]}</strong>{" "}
      <Instant at={note.at} paper={paper} precision="minute" />
    </p>
    <FeedNote words={note.note} />
  </blockquote>
);

interface NoticeProps {
  retraction: FeedRetraction;
  paper: Paper;
}

/** What stands in the place of a story that does not stand. */
export const FeedNotice = ({ retraction: { language, notice, at }, paper }: NoticeProps) => (
  <div lang={language} dir={directionOf(language)}>
    <p lang={paper.language} dir={directionOf(paper.language)}>
      {wordsFor(paper.language).retracted.since} <Instant at={at} paper={paper} precision="minute" />
    </p>
    <FeedNote words={notice} />
  </div>
);

/** Blank lines part paragraphs. */
const FeedNote = ({ words }: { words: string }) => inOrder(words.split(/\n{2,}/).map(paragraphOf));

const paragraphOf = (words: string) => <p>{words}</p>;
