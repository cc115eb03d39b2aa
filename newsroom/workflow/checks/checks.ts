import { deadLinks } from "./dead-links.ts";
import type { Finding, Struck, Subject } from "./finding.ts";
import { generalTag } from "./general-tag.ts";
import { headingOrder } from "./heading-order.ts";
import { houseStyle } from "./house-style.ts";
import { missingHeadline, missingSection, missingText } from "./missing.ts";
import type { Severity } from "./severity.ts";
import { twoSpellings } from "./two-spellings.ts";
import { openComments, openSuggestions } from "./undecided.ts";
import { wrongDay } from "./wrong-day.ts";

interface Check {
  name: string;
  /** Why the newsroom looks at it. */
  why: string;
  usual: Severity;
  /** Readers would get something broken: it cannot be switched off or made a warning. */
  isNeeded?: true;
  find(subject: Subject): Struck[];
}

/** What is looked at before a story is published. A new check is one file and one line here. */
export const checks = {
  headline: {
    name: "Headline",
    why: "A story without a headline cannot be found, shared or read out.",
    usual: "error",
    isNeeded: true,
    find: missingHeadline,
  },
  text: { name: "Text", why: "There must be something to read.", usual: "error", isNeeded: true, find: missingText },
  section: {
    name: "Section",
    why: "Each story has one home in the paper.",
    usual: "error",
    isNeeded: true,
    find: missingSection,
  },
  suggestions: {
    name: "Open suggestions",
    why: "Somebody must decide on what is proposed, or readers get half of it.",
    usual: "error",
    isNeeded: true,
    find: openSuggestions,
  },
  comments: {
    name: "Open comments",
    why: "A colleague may have asked something that changes the story.",
    usual: "warning",
    find: openComments,
  },
  links: {
    name: "Links that lead nowhere",
    why: "A dead link costs a reader's trust.",
    usual: "warning",
    find: deadLinks,
  },
  headings: {
    name: "Order of crossheads",
    why: "Who listens to a story moves by its headings.",
    usual: "warning",
    find: headingOrder,
  },
  names: {
    name: "A name in two spellings",
    why: "One of them is wrong, and it is somebody's name.",
    usual: "warning",
    find: twoSpellings,
  },
  days: {
    name: "“Today” with another day's date",
    why: "An old text used again, or a day that has passed since it was written.",
    usual: "warning",
    find: wrongDay,
  },
  generalTags: {
    name: "Tags that are too general",
    why: "A page with a fifth of all stories helps nobody.",
    usual: "warning",
    find: generalTag,
  },
} as const satisfies Record<string, Check>;

export type CheckKey = keyof typeof checks;
export const checkKeys = Object.keys(checks) as CheckKey[];

/** How the newsroom wants each check; what is not there is as usual. */
export type CheckSettings = Partial<Record<CheckKey, Severity | "off">>;

/** All that the checks and the house style find, errors first, each kind from top to bottom. */
export async function findingsIn(subject: Subject, settings: CheckSettings = {}): Promise<Finding[]> {
  const own = checkKeys.flatMap((key): Finding[] => {
    const check: Check = checks[key];
    const severity = check.isNeeded ? check.usual : (settings[key] ?? check.usual);
    return severity === "off" ? [] : check.find(subject).map((struck) => ({ check: key, severity, ...struck }));
  });
  const found = [...own, ...(await houseStyle(subject))];
  return [
    ...found.filter(({ severity }) => severity === "error"),
    ...found.filter(({ severity }) => severity !== "error"),
  ];
}
