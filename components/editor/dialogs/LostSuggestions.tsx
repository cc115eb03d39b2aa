import { StatusLine } from "#components/ui/StatusLine";
import type { StorySuggestion } from "#newsroom/stories/document/document";
import { suggestionWords } from "../suggestions/suggestion-words.ts";
import styles from "./LostSuggestions.module.css";

interface LostSuggestionsProps {
  lost: readonly StorySuggestion[];
  people: readonly { id: string; name: string }[];
}

const mostShown = 8;

/** What colleagues propose in words that go: no revision keeps it. */
export function LostSuggestions({ lost, people }: LostSuggestionsProps) {
  const nameOf = (id: string) => people.find((person) => person.id === id)?.name ?? "somebody";
  return (
    <StatusLine tone="warning">
      {lost.length === 0 ? null : (
        <div>
          <p>
            {lost.length === 1
              ? "A suggestion stands in what goes, and goes with it:"
              : `${lost.length} suggestions stand in what goes, and go with it:`}
          </p>
          <ul className={styles.lost}>
            {lost.slice(0, mostShown).map((suggestion) => (
              <li key={`${suggestion.part} ${suggestion.id}`}>
                {suggestionWords(suggestion)}, by {nameOf(suggestion.by)}
              </li>
            ))}
            {lost.length > mostShown ? <li>and {lost.length - mostShown} more</li> : null}
          </ul>
        </div>
      )}
    </StatusLine>
  );
}
