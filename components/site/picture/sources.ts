import { fileWidth, widthsOf } from "#newsroom/media/limits";

interface Sized {
  pictureId: string;
  width: number;
}

/** The files of a picture as `srcset` names them. `pictures`: where they are, without a slash at the end. */
export const sourcesOf = ({ pictureId, width }: Sized, pictures: string, extension: "webp" | "jpg"): string =>
  widthsOf(width)
    .map((one) => `${pictures}/${pictureId}/${one}.${extension} ${one}w`)
    .join(", ");

/** One file for whoever takes no `srcset`, in the format that everybody can show. */
export const plainSource = ({ pictureId, width }: Sized, pictures: string, wanted = 960): string =>
  `${pictures}/${pictureId}/${fileWidth(width, wanted)}.jpg`;

/** Where it is cut, the nearest of five places from one side to the other; Picture.module.css knows these. */
export const focusStep = (part: number): string => String(Math.round(part * 4) * 25);
