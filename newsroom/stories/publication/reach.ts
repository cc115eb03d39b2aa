import type { EventPayload, EventType } from "../../kernel/events.ts";

/** Where a story stands for readers: what a page shows it under, and so what must change with it. */
export interface Standing {
  slug: string;
  language: string;
  section: string | null;
  tags: string[];
  authors: string[];
  /** Translations of one story show each other's addresses. */
  group: string;
}

/**
 * What readers' pages an event touches, as the keys under which pages say what they depend on.
 * `once`: must be gone at once. `soon`: the old page may be served for the moment of one new render.
 */
export interface Touched {
  once: string[];
  soon: string[];
}

const soon = (...keys: string[]): Touched => ({ once: [], soon: keys });

/** The address of a live story; the newsroom's own language has no prefix. */
export const addressOf = (story: { language: string; slug: string }, newsroomLanguage: string): string =>
  story.language === newsroomLanguage ? `/stories/${story.slug}` : `/${story.language}/stories/${story.slug}`;

/** Where a story stood and stands, flat, as an event's payload keeps it. */
export function reachPayload(...standings: (Standing | null)[]): EventPayload {
  const all = standings.filter((standing) => standing !== null);
  const unique = (values: string[]) => [...new Set(values)];
  return {
    addresses: unique(all.map(({ language, slug }) => `${language}/${slug}`)),
    sections: unique(all.flatMap(({ section }) => section ?? [])),
    tags: unique(all.flatMap(({ tags }) => tags)),
    authors: unique(all.flatMap(({ authors }) => authors)),
    groups: unique(all.map(({ group }) => group)),
  };
}

/** The strings of a payload’s list. */
export const list = (value: unknown): string[] =>
  Array.isArray(value) ? value.filter((one): one is string => typeof one === "string") : [];

/** Pure; unknown events touch nothing. */
export function touchedBy(event: {
  type: EventType | (string & {});
  subject: string | null;
  payload: EventPayload;
}): Touched {
  const { type, payload } = event;
  switch (type) {
    case "story.published":
    case "story.updated":
    case "story.corrected":
    case "story.readdressed":
    case "story.embargo_lapsed":
      return soon(...ownKeys(event), ...listKeys(payload));
    // Each list says which stories it shows: one that shows others only may stand until it is made anew. Sitemaps do not say.
    case "story.unpublished":
    case "story.killed":
    case "story.retracted":
    case "story.embargoed":
    case "story.told_changed":
      return { once: [...ownKeys(event), "stories"], soon: listKeys(payload) };
    case "section.created":
    case "section.renamed":
    case "section.removed":
    case "section.spiked":
    case "section.unspiked":
    // Its stories' pages do not know it any more, so they cannot be named one by one.
    case "tag.unspiked":
    case "settings.changed":
    case "demo.removed":
      return soon("site");
    case "front.arranged":
      return soon("front");
    case "redirect.added":
    case "redirect.removed":
      return soon("redirects");
    case "rates.changed":
      return soon("rates");
    case "tag.renamed":
    case "tag.removed":
      return soon(...tagKeys(payload.slug, payload.was));
    case "tag.merged":
    case "tag.merge_undone":
      return soon(...tagKeys(payload.slug, payload.into));
    case "tag.spiked":
      return soon(...tagKeys(payload.slug));
    case "profile.changed":
    case "profile.removed":
      return soon(`author:${String(payload.slug)}`, `byline:${String(payload.slug)}`, "authors");
    default:
      return soon();
  }
}

/** The pages of these tags and the stories that name them; `tags` is the list of them all. */
const tagKeys = (...slugs: (EventPayload[string] | undefined)[]): string[] => [
  ...slugs.flatMap((slug) => (typeof slug === "string" ? [`tag:${slug}`, `tagname:${slug}`] : [])),
  "tags",
];

/** The story's own pages, and whatever shows it. */
const ownKeys = ({ subject, payload }: { subject: string | null; payload: EventPayload }): string[] => [
  ...(subject ? [`story:${subject}`] : []),
  ...list(payload.addresses).map((address) => `address:${address}`),
  ...list(payload.groups).map((group) => `translations:${group}`),
];

/** The lists that it may stand in, or that move on when it leaves them. */
const listKeys = (payload: EventPayload): string[] => [
  ...list(payload.sections).map((slug) => `section:${slug}`),
  ...list(payload.tags).map((slug) => `tag:${slug}`),
  ...list(payload.authors).map((slug) => `author:${slug}`),
  "front",
  "corrections",
  "stories",
];
