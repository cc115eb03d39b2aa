import type { LiveStory } from "#newsroom/stories/published";
import { inOrder } from "../in-order.ts";

interface Props {
  translations: LiveStory["translations"];
  label: string;
}

/** The same story in other languages, each named in itself. */
export function Translations({ translations, label }: Props) {
  if (translations.length === 0) return null;
  return (
    <p>
      {label} {inOrder(translations.flatMap((translation, i) => [i > 0 && ", ", linkTo(translation)]))}
    </p>
  );
}

const linkTo = ({ language, address }: LiveStory["translations"][number]) => (
  <a href={address} hrefLang={language} lang={language} rel="alternate">
    {nameOf(language)}
  </a>
);

/** The language named in itself, with the capital of a title: "Русский". */
function nameOf(language: string): string {
  const name = new Intl.DisplayNames(language, { type: "language" }).of(language) ?? language;
  return name.slice(0, 1).toLocaleUpperCase(language) + name.slice(1);
}
