import type { Picture } from "#newsroom/body/body";
import { Figure } from "../picture/Figure.tsx";
import { plainSource } from "../picture/sources.ts";
import styles from "./Body.module.css";
import type { Setting } from "./setting.ts";

interface Props {
  picture: Picture;
  setting: Setting;
}

const sizes = "(min-width: 40rem) 36.5rem, 94vw";

/** A picture in the text. A feed has one file of it under its whole address; where nobody can have files, its words stand alone. */
export function BodyPicture({ picture: { attrs }, setting: { medium, pictures } }: Props) {
  if (pictures !== null && medium === "page")
    return <Figure picture={attrs} pictures={pictures} sizes={sizes} className={styles.picture} />;
  const { altText, caption, credit, width, height } = attrs;
  const words = [caption, credit].filter(Boolean).join(" ");
  if (pictures === null) return <p>{words || altText}</p>;
  return (
    <figure>
      {/* Lazy: React would put a link to preload it before the text. */}
      <img src={plainSource(attrs, pictures)} width={width} height={height} alt={altText} loading="lazy" />
      {words && <figcaption>{words}</figcaption>}
    </figure>
  );
}
