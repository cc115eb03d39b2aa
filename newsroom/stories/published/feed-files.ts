/** The feeds of a list of stories, by their names below its address: RSS, Atom, JSON Feed. */
export const feedFiles = ["feed.xml", "feed.atom", "feed.json"] as const;
export type FeedFile = (typeof feedFiles)[number];

/** Null for what is no feed. */
export const feedFileOf = (name: string): FeedFile | null => feedFiles.find((file) => file === name) ?? null;
