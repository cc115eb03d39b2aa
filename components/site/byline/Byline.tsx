import type { BylineEntry } from "#newsroom/stories/published/cards";
import { wordsFor } from "../words.ts";
import { joinNames } from "./names.tsx";

interface Props {
  byline: BylineEntry[];
  language: string;
  className?: string;
}

const order = ["words", "pictures", "translation"] as const;

/** The credit line of a story: who wrote it, then pictures, then translation, each name with its page. */
export function Byline({ byline, language, className }: Props) {
  const words = wordsFor(language);
  const label = { words: words.byline, pictures: words.pictures, translation: words.translation };
  return order.map((part) => {
    const entries = byline.filter((entry) => entry.part === part);
    if (entries.length === 0) return null;
    return (
      <p key={part} className={className}>
        {label[part]} {joinNames(entries, language, nameOf)}
      </p>
    );
  });
}

const nameOf = ({ slug, name }: BylineEntry) =>
  slug === null ? (
    name
  ) : (
    <a href={`/authors/${slug}`} rel="author">
      {name}
    </a>
  );
