import type { LeadImage } from "#newsroom/media/schema";
import { Image } from "./Image.tsx";
import styles from "./Picture.module.css";

interface Props {
  picture: Omit<LeadImage, "focalPoint">;
  pictures: string;
  sizes: string;
  isFirst?: boolean;
  className?: string | undefined;
}

/** A picture as a story shows it, with its caption and its credit. */
export function Figure({ picture, className, ...shown }: Props) {
  const { caption, credit, width, height } = picture;
  const shape = height > width ? styles.upright : styles.figure;
  return (
    <figure className={[shape, className].filter(Boolean).join(" ")}>
      <Image picture={picture} {...shown} />
      {(caption || credit) && (
        <figcaption className={styles.caption}>
          {caption} {credit && <small className={styles.credit}>{credit}</small>}
        </figcaption>
      )}
    </figure>
  );
}
