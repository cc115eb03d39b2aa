import { emptyBody } from "../../body/body.ts";
import { body, p } from "../../body/testing.ts";
import type { HouseRule } from "../house-style/schema.ts";
import type { Subject } from "./finding.ts";

type Wishes = Partial<Omit<Subject, "text">> & Partial<Subject["text"]>;

/** A story with nothing to find, but for what is wished. */
export function aSubject({ kicker, headline, standfirst, teaser, body: text, ...rest }: Wishes = {}): Subject {
  return {
    text: {
      kicker: kicker ?? "",
      headline: headline ?? "Snow closes the pass",
      standfirst: standfirst ?? "",
      teaser: teaser ?? "",
      body: text ?? body(p("Lorries wait.")),
    },
    language: "en",
    sectionId: "a section",
    leadImage: null,
    pictures: new Set(),
    tags: [],
    liveStories: 0,
    openComments: 0,
    openSuggestions: 0,
    links: new Map(),
    today: "2026-11-25",
    houseRules: [],
    ...rest,
  };
}

export const aRule = (wishes: Partial<HouseRule>): HouseRule => ({
  id: "00000000-0000-7000-8000-000000000001",
  pattern: "colour",
  isPattern: false,
  isCaseSensitive: false,
  message: "We write it otherwise.",
  replacement: null,
  severity: "warning",
  language: null,
  isOn: true,
  ...wishes,
});

export const nothingWritten = emptyBody;
