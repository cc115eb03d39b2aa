import type { Body } from "../../body/body.ts";

export const lineNames = ["kicker", "headline", "standfirst", "teaser"] as const;
export type LineName = (typeof lineNames)[number];

/** Characters. The editor says so before the limit. */
export const lineLimits = { kicker: 80, headline: 300, standfirst: 1_000, teaser: 500 } as const;

/** What people write in a story; lives in its document. Empty lines are empty strings. */
export interface StoryText {
  kicker: string;
  headline: string;
  standfirst: string;
  teaser: string;
  body: Body;
}
