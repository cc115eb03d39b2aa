import type { Severity } from "./severity.ts";

interface CheckKind {
  name: string;
  /** Why the newsroom looks at it. */
  why: string;
  usual: Severity;
  /** Readers would get something broken: it cannot be switched off or made a warning. */
  isNeeded?: true;
}

/** What is looked at before a story is published. */
export const checkKinds = {
  headline: {
    name: "Headline",
    why: "A story without a headline cannot be found, shared or read out.",
    usual: "error",
    isNeeded: true,
  },
  text: { name: "Text", why: "There must be something to read.", usual: "error", isNeeded: true },
  section: {
    name: "Section",
    why: "Each story has one home in the paper.",
    usual: "error",
    isNeeded: true,
  },
  pictures: {
    name: "Pictures that are gone",
    why: "Readers would find a hole where a picture should be.",
    usual: "error",
    isNeeded: true,
  },
  altText: {
    name: "Alt text of pictures",
    why: "Who cannot see a picture has its alt text alone.",
    usual: "error",
  },
  credit: {
    name: "Credit of pictures",
    why: "Whoever made a picture is named with it.",
    usual: "error",
  },
  suggestions: {
    name: "Open suggestions",
    why: "Somebody must decide on what is proposed, or readers get half of it.",
    usual: "error",
    isNeeded: true,
  },
  comments: {
    name: "Open comments",
    why: "A colleague may have asked something that changes the story.",
    usual: "warning",
  },
  links: {
    name: "Links that lead nowhere",
    why: "A dead link costs a reader's trust.",
    usual: "warning",
  },
  headings: {
    name: "Order of crossheads",
    why: "Who listens to a story moves by its headings.",
    usual: "warning",
  },
  names: {
    name: "A name in two spellings",
    why: "One of them is wrong, and it is somebody's name.",
    usual: "warning",
  },
  days: {
    name: "“Today” with another day's date",
    why: "An old text used again, or a day that has passed since it was written.",
    usual: "warning",
  },
  generalTags: {
    name: "Tags that are too general",
    why: "A page with a fifth of all stories helps nobody.",
    usual: "warning",
  },
} as const satisfies Record<string, CheckKind>;

export type CheckKey = keyof typeof checkKinds;
export const checkKeys = Object.keys(checkKinds) as CheckKey[];

/** How the newsroom wants each check; what is not there is as usual. */
export type CheckSettings = Partial<Record<CheckKey, Severity | "off">>;

/** How heavy a check weighs in this newsroom. */
export function weightOf(key: CheckKey, settings: CheckSettings): Severity | "off" {
  const kind: CheckKind = checkKinds[key];
  return kind.isNeeded ? kind.usual : (settings[key] ?? kind.usual);
}
