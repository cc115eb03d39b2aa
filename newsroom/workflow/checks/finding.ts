import type { Body } from "../../body/body.ts";
import type { PictureWords } from "../../media/schema.ts";
import type { HouseRule } from "../house-style/schema.ts";
import type { Severity } from "./severity.ts";

type LineField = "kicker" | "headline" | "standfirst" | "teaser";

/** Where a check strikes: characters of a field, or of the body's n-th line as `linesIn` counts them; else a part of the story as a whole. */
export type Place =
  | { part: "body"; line: number; from: number; to: number; quote: string }
  | { part: LineField; from: number; to: number; quote: string }
  /** The n-th picture of the body, from 0. */
  | { part: "body"; picture: number }
  | { part: LineField | "body" | "sectionId" | "tagIds" | "leadImage" | "comments" };

export interface Finding {
  /** The check that found it, or the house rule's id. */
  check: string;
  severity: Severity;
  message: string;
  at: Place;
  /** What could stand there instead. */
  replacement?: string | undefined;
}

export type Struck = Omit<Finding, "check" | "severity">;

/** What is known of where a link leads. */
export type LinkState = "fine" | "dead" | "unknown";

/** A story as it stands, with what the checks need to know of the newsroom around it. */
export interface Subject {
  text: Record<LineField, string> & { body: Body };
  language: string;
  sectionId: string | null;
  leadImage: (PictureWords & { pictureId: string }) | null;
  /** Of the pictures in lead image and body, those that the library has. */
  pictures: ReadonlySet<string>;
  tags: { id: string; name: string; liveStories: number }[];
  /** Live stories of the whole paper. */
  liveStories: number;
  openComments: number;
  openSuggestions: number;
  /** By the address as it stands in the text. */
  links: ReadonlyMap<string, LinkState>;
  /** The day in the newsroom's zone, "2026-11-25". */
  today: string;
  houseRules: readonly HouseRule[];
}
