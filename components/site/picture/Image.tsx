import type { FocalPoint } from "#newsroom/media/schema";
import styles from "./Picture.module.css";
import { focusStep, plainSource, sourcesOf } from "./sources.ts";

interface Props {
  picture: { pictureId: string; width: number; height: number; altText: string; focalPoint?: FocalPoint | null };
  /** Where the files are, without a slash at the end. */
  pictures: string;
  /** How wide it is shown, as `sizes` has it. */
  sizes: string;
  /** At the top of its page: fetched first of all. */
  isFirst?: boolean;
  /** Cut to the ratio of its place, around its focal point. */
  isCut?: boolean;
  className?: string | undefined;
}

/** A picture in the size that a screen needs. Its place is kept before it is there. */
export function Image({ picture, pictures, sizes, isFirst = false, isCut = false, className }: Props) {
  const { width, height, altText, focalPoint } = picture;
  const focus = isCut ? (focalPoint ?? { x: 0.5, y: 0.5 }) : null;
  return (
    <picture>
      <source type="image/webp" srcSet={sourcesOf(picture, pictures, "webp")} sizes={sizes} />
      <img
        className={[styles.image, isCut && styles.cut, className].filter(Boolean).join(" ")}
        src={plainSource(picture, pictures)}
        srcSet={sourcesOf(picture, pictures, "jpg")}
        sizes={sizes}
        width={width}
        height={height}
        alt={altText}
        loading={isFirst ? "eager" : "lazy"}
        fetchPriority={isFirst ? "high" : undefined}
        decoding="async"
        {...(focus && { "data-x": focusStep(focus.x), "data-y": focusStep(focus.y) })}
      />
    </picture>
  );
}
