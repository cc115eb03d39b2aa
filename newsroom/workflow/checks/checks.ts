import { deadLinks } from "./dead-links.ts";
import type { Finding, Struck, Subject } from "./finding.ts";
import { generalTag } from "./general-tag.ts";
import { headingOrder } from "./heading-order.ts";
import { houseStyle } from "./house-style.ts";
import { type CheckKey, type CheckSettings, checkKeys, weightOf } from "./kinds.ts";
import { missingHeadline, missingSection, missingText } from "./missing.ts";
import { missingAltText, missingCredit, missingPicture } from "./pictures.ts";
import { twoSpellings } from "./two-spellings.ts";
import { openComments, openSuggestions } from "./undecided.ts";
import { wrongDay } from "./wrong-day.ts";

/** A new check is one file, one line here and its words in kinds.ts. */
const finders: Record<CheckKey, (subject: Subject) => Struck[]> = {
  headline: missingHeadline,
  text: missingText,
  section: missingSection,
  pictures: missingPicture,
  altText: missingAltText,
  credit: missingCredit,
  suggestions: openSuggestions,
  comments: openComments,
  links: deadLinks,
  headings: headingOrder,
  names: twoSpellings,
  days: wrongDay,
  generalTags: generalTag,
};

/** All that the checks and the house style find, errors first, each kind from top to bottom. */
export async function findingsIn(subject: Subject, settings: CheckSettings = {}): Promise<Finding[]> {
  const own = checkKeys.flatMap((check): Finding[] => {
    const severity = weightOf(check, settings);
    return severity === "off" ? [] : finders[check](subject).map((struck) => ({ check, severity, ...struck }));
  });
  const found = [...own, ...(await houseStyle(subject))];
  return [
    ...found.filter(({ severity }) => severity === "error"),
    ...found.filter(({ severity }) => severity !== "error"),
  ];
}
