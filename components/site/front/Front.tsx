import type { LiveCard } from "#newsroom/stories/published/cards";
import { Card, type CardSize } from "../card/Card.tsx";
import type { Paper } from "../paper.ts";
import { wordsFor } from "../words.ts";
import styles from "./Front.module.css";
import { type FrontPage, frontPage } from "./front-page.ts";

interface Props {
  /** What stands in the places on top, and the newest of what is left. */
  stories: { top: (LiveCard | null)[]; rest: LiveCard[] };
  sections: { slug: string; name: string }[];
  paper: Paper;
}

/** The front: splash, seconds and briefs, then a block for each section. */
export function Front({ stories, sections, paper }: Props) {
  const { splash, seconds, briefs, blocks } = frontPage(stories, sections);
  return (
    <div className={styles.front}>
      <h1 className={styles.hidden}>{paper.name}</h1>
      {!splash && <p className={styles.empty}>{wordsFor(paper.language).nothingYet}</p>}
      {splash && (
        <div className={styles.top}>
          <div className={styles.main}>
            <Card story={splash} paper={paper} size="splash" heading="h2" />
            <Cards stories={seconds} paper={paper} size="second" heading="h2" />
          </div>
          <Cards stories={briefs} paper={paper} size="brief" heading="h2" pictures={1} />
        </div>
      )}
      <div className={styles.blocks}>
        {blocks.map((block) => (
          <Block key={block.section.slug} block={block} paper={paper} />
        ))}
      </div>
    </div>
  );
}

interface CardsProps {
  stories: LiveCard[];
  paper: Paper;
  size: CardSize;
  heading: "h2" | "h3";
  showSection?: boolean;
  /** How many of the first show theirs; all, where nobody says. */
  pictures?: number;
}

function Cards({ stories, size, pictures = stories.length, ...card }: CardsProps) {
  if (stories.length === 0) return null;
  return (
    <ul className={styles[`${size}s`]}>
      {stories.map((story, at) => (
        <li key={story.id}>
          <Card story={story} size={size} showPicture={at < pictures} {...card} />
        </li>
      ))}
    </ul>
  );
}

function Block({
  block: { section, lead, more },
  paper,
}: {
  block: FrontPage<LiveCard>["blocks"][number];
  paper: Paper;
}) {
  const id = `section-${section.slug}`;
  return (
    <section className={styles.block} aria-labelledby={id}>
      <h2 id={id} className={styles.section}>
        <a href={`/sections/${section.slug}`}>{section.name}</a>
      </h2>
      <Card story={lead} paper={paper} size="lead" heading="h3" showSection={false} />
      <Cards stories={more} paper={paper} size="line" heading="h3" showSection={false} />
    </section>
  );
}
