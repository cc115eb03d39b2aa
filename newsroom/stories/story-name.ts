interface Called {
  headline: string;
  slugline: string | null;
}

/** What a story goes by at the desk: its headline, before that its slugline; null while it has neither. */
export const ownNameOf = ({ headline, slugline }: Called): string | null => headline.trim() || slugline?.trim() || null;

/** The same where something has to stand. */
export const storyName = (story: Called): string => ownNameOf(story) ?? "Untitled";

/** For whoever is not of the newsroom: the slugline is the desk's own, and may name what the story is careful not to. */
export const nameForOutsiders = ({ headline }: Pick<Called, "headline">): string =>
  storyName({ headline, slugline: null });
