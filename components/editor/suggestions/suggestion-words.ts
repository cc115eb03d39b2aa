import type { StorySuggestion } from "#newsroom/stories/document/document";

const longest = 160;
export const shortened = (text: string): string => (text.length > longest ? `${text.slice(0, longest)}…` : text);

const partNames = { kicker: "Kicker", headline: "Headline", standfirst: "Standfirst", teaser: "Teaser" };

/** Where it stands; nothing for one in the text. */
export const placeOf = ({ part }: StorySuggestion): string => (part === "body" ? "" : partNames[part]);

/** What would change, in one line. */
export function suggestionWords(suggestion: StorySuggestion): string {
  const { added, removed, changes } = suggestion;
  const place = placeOf(suggestion);
  const what = [
    removed && `“${shortened(removed)}” out`,
    added && `“${shortened(added)}” in`,
    ...changes.map(shortened),
  ];
  return `${place && `${place}: `}${what.filter(Boolean).join(", ")}`;
}
