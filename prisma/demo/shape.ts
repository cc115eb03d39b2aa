import type { Body } from "#newsroom/body/body";
import type { profiles } from "./profiles.ts";
import type { sections } from "./sections.ts";
import type { tags } from "./tags.ts";

/** A time of day in the newsroom's zone, on a day that is counted back from the seeding or fixed in the calendar. */
export type DemoInstant = { daysAgo: number; at: string } | { on: string; at: string };

interface DemoText {
  /** Short and lasting: the name under which the seed knows the story. */
  key: string;
  /** The address, and the name of the file. */
  slug: string;
  headline: string;
  kicker: string | null;
  standfirst: string;
  teaser: string | null;
  dateline: string | null;
  section: (typeof sections)[number]["slug"];
  tags: readonly (typeof tags)[number]["slug"][];
  byline: readonly (typeof profiles)[number]["slug"][];
  language: "en";
  body: Body;
}

/** What has been published has the instant at which it was; the rest has the one at which it was last written. */
export type DemoStory = DemoText &
  (
    | { state: "live"; publishedAt: DemoInstant }
    | { state: "draft" | "edit"; writtenAt: DemoInstant }
    | { state: { planInDays: number; at: string }; writtenAt: DemoInstant }
  );
