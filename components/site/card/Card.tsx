import type { ReactNode } from "react";
import type { LeadImage } from "#newsroom/media/schema";
import type { LiveCard } from "#newsroom/stories/published/cards";
import { joinNames } from "../byline/names.tsx";
import { directionOf } from "../direction.ts";
import { headlineText } from "../headline.tsx";
import { Instant } from "../Instant.tsx";
import type { Paper } from "../paper.ts";
import { Image } from "../picture/Image.tsx";
import styles from "./Card.module.css";

/** From the splash down to a line in a list; it decides the type, and whether there is room for the standfirst. */
export type CardSize = "splash" | "second" | "brief" | "lead" | "line" | "row";

const withStandfirst = new Set<CardSize>(["splash", "second", "lead", "row"]);

/** How wide its picture is where there is room for one. */
const pictureSizes: Partial<Record<CardSize, string>> = {
  splash: "(min-width: 76rem) 48rem, (min-width: 64rem) 62vw, 94vw",
  second: "(min-width: 76rem) 23rem, (min-width: 40rem) 45vw, 94vw",
  lead: "(min-width: 76rem) 23rem, (min-width: 40rem) 45vw, 94vw",
  brief: "(min-width: 76rem) 22rem, (min-width: 64rem) 30vw, (min-width: 40rem) 45vw, 94vw",
  row: "(min-width: 40rem) 12rem, 7rem",
};

interface Props {
  story: LiveCard;
  paper: Paper;
  size: CardSize;
  heading: "h2" | "h3";
  /** Off where the section is already said above. */
  showSection?: boolean;
  /** In place of its own text. */
  text?: ReactNode;
  /** Off where pictures stand already. */
  showPicture?: boolean;
}

/** How a story looks on fronts and in lists. */
export function Card({
  story,
  paper,
  size,
  heading: Heading,
  showSection = true,
  text: given,
  showPicture = true,
}: Props) {
  const label = story.kicker ?? (showSection ? story.section?.name : null);
  const text = given ?? story.teaser ?? story.standfirst;
  const sizes = pictureSizes[size];
  const writers = story.byline.filter(({ part }) => part === "words");
  return (
    <article className={`${styles.card} ${styles[size]}`} lang={story.language} dir={directionOf(story.language)}>
      {story.leadImage && sizes && showPicture && (
        <CardPicture address={story.address} picture={story.leadImage} sizes={sizes} isFirst={size === "splash"} />
      )}
      {label && <p className={styles.kicker}>{label}</p>}
      <Heading className={styles.headline}>
        <a href={story.address}>{headlineText(story.headline)}</a>
      </Heading>
      {text && withStandfirst.has(size) && <p className={styles.standfirst}>{text}</p>}
      <p className={styles.meta} lang={paper.language}>
        {writers.length > 0 && <span className={styles.names}>{joinNames(writers, paper.language)}</span>}
        <Instant at={story.publishedAt} paper={paper} precision="day" />
      </p>
    </article>
  );
}

interface CardPictureProps {
  address: string;
  picture: LeadImage;
  sizes: string;
  isFirst: boolean;
}

/** The headline says and leads there too; once is enough for who listens, or goes by keys. */
const forTheMouse = { tabIndex: -1, "aria-hidden": true } as const;

function CardPicture({ address, picture, sizes, isFirst }: CardPictureProps) {
  return (
    <a href={address} className={styles.picture} {...forTheMouse}>
      <Image picture={{ ...picture, altText: "" }} pictures="/media" sizes={sizes} isFirst={isFirst} isCut />
    </a>
  );
}
