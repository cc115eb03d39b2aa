import { ButtonLink } from "#components/ui/ButtonLink";
import type { BulkActions } from "../bulk/BulkBar.client.tsx";
import { SelectingStories } from "../bulk/Selecting.client.tsx";
import type { ListSearch } from "./list-path.ts";
import { isNarrowed, listPath } from "./list-path.ts";
import { filterOf } from "./list-search.ts";
import { Presence } from "./Presence.client.tsx";
import { type SearchChoices, SearchForm } from "./SearchForm.client.tsx";
import styles from "./StoriesScreen.module.css";
import { StoryTable } from "./StoryTable.tsx";
import type { StoryRow } from "./story-row.ts";
import { UnsentWords } from "./UnsentWords.client.tsx";

export interface StoriesScreenProps {
  data: {
    stories: readonly StoryRow[];
    /** Who has which of them open. */
    here: Record<string, { id: string; name: string; isIdle: boolean }[]>;
    /** Where the next, older rows begin; null at the end. */
    next: string | null;
    search: ListSearch;
    choices: SearchChoices;
    me: string;
    zone: string;
    now: Date;
  };
  actions: BulkActions;
}

/** All stories that this person may see, newest change first. */
export function StoriesScreen({
  data: { stories, here, next, search, choices, me, zone, now },
  actions,
}: StoriesScreenProps) {
  return (
    <div className={styles.screen}>
      <div className={styles.head}>
        <h1 className={styles.title}>Stories</h1>
        <a href="/desk/bulk">Bulk actions</a>
      </div>
      <UnsentWords me={me} zone={zone} now={now} />
      <SearchForm search={search} choices={choices} />
      {stories.length > 0 ? (
        <SelectingStories
          key={listPath(search)}
          storyIds={stories.map(({ id }) => id)}
          hasMore={next !== null || search.cursor !== undefined}
          data={{ sections: choices.sections, stages: choices.stages, filter: allOf(search, now) }}
          actions={actions}
        >
          <Presence here={here} storyIds={stories.map(({ id }) => id)}>
            <StoryTable caption={captionOf(search)} stories={stories} zone={zone} now={now} />
          </Presence>
        </SelectingStories>
      ) : (
        <Nothing search={search} />
      )}
      {next || search.cursor ? (
        <nav className={styles.pages} aria-label="Pages of the list">
          {search.cursor ? (
            <ButtonLink href={listPath({ ...search, cursor: undefined })}>
              {search.publication === "planned" ? "Next due" : "Newest first page"}
            </ButtonLink>
          ) : null}
          {next ? (
            <ButtonLink href={listPath({ ...search, cursor: next })}>
              {search.publication === "planned" ? "Later plans" : "Older stories"}
            </ButtonLink>
          ) : null}
        </nav>
      ) : null}
    </div>
  );
}

/** The list without its pages. */
const allOf = ({ cursor: _, ...search }: ListSearch, now: Date) => filterOf(search, now);

const captionOf = (search: ListSearch): string =>
  search.publication === "planned"
    ? "Planned stories, next due first"
    : isNarrowed(search)
      ? "Stories that fit, newest change first"
      : "All stories, newest change first";

const Nothing = ({ search }: { search: ListSearch }) =>
  isNarrowed(search) ? (
    <p className={styles.nothing}>
      No story fits. <a href="/desk/stories">Show all stories</a>
    </p>
  ) : (
    <p className={styles.nothing}>No stories here yet. Begin with “New story”.</p>
  );
