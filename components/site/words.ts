import type { Provider } from "#newsroom/body/embeds/embeds";

/** The furniture of the readers' pages in one language. */
export interface Words {
  skip: string;
  home: string;
  sections: string;
  byline: string;
  pictures: string;
  translation: string;
  updated: string;
  clock(city: string): string;
  minutes(count: number): string;
  tags: string;
  alsoIn: string;
  unsupported: string;
  tagKinds: { topic: string; person: string; place: string; organisation: string; series: string };
  section: string;
  author: string;
  viewing(from: string, to: string, total: string): string;
  viewingOne(which: string, total: string): string;
  nothingYet: string;
  pages: string;
  page(number: string): string;
  previous: string;
  next: string;
  notFound: { title: string; text: string };
  withdrawn: { title: string; text: string };
  toFront: string;
  difference: {
    /** Said before and after what came or went, and above whole blocks. */
    added: { begins: string; ends: string; sign: string };
    removed: { begins: string; ends: string; sign: string };
    was(what: string): string;
    blocks: Readonly<Record<string, string>>;
    lines: { kicker: string; headline: string; standfirst: string; teaser: string };
    words(added: number, removed: number): string;
    tooMuch: string;
  };
  corrections: {
    title: string;
    description: string;
    kinds: { typo: string; clarification: string; correction: string };
    none: string;
    newer: string;
    older: string;
    changes: string;
    update: string;
  };
  retracted: { title: string; since: string };
  feed: { description(of: string): string; readOn(paper: string): string };
  related: string;
  search: {
    title: string;
    /** Of the field. */
    label: string;
    submit: string;
    hint: string;
    titleFor(asked: string): string;
    none: string;
    noneHint: string;
    /** Tags that the question names. */
    tags: string;
    /** Tags that are called nearly so. */
    nearTags: string;
    cut(total: string): string;
    busy: string;
    suggestions: string;
    story: string;
    newer: string;
    older: string;
  };
  rates: {
    label: string;
    list: string;
    asOf: string;
    notUpdatedSince: string;
    missing: string;
    pause: string;
    move: string;
    sources: string;
  };
  body: {
    table: string;
    embed: Record<Provider["kind"], (provider: string) => string>;
    onTheirSite(provider: string): string;
    showEmbed: Record<Provider["kind"], string>;
    /** What showing it means. */
    embedNote(provider: string): string;
    rateMissing: string;
    dollarNote(day: string, values: string): string;
  };
}

const wordCount = (count: number): string => (count === 1 ? "1 word" : `${count} words`);

const english: Words = {
  skip: "Skip to the text",
  home: "Front page",
  sections: "Sections",
  byline: "By",
  pictures: "Pictures by",
  translation: "Translated by",
  updated: "Updated",
  clock: (city) => (city === "UTC" ? city : `${city} time`),
  minutes: (count) => `${count} min read`,
  tags: "More on",
  alsoIn: "Also in",
  unsupported: "This part of the story cannot be shown here.",
  tagKinds: { topic: "Topic", person: "Person", place: "Place", organisation: "Organisation", series: "Series" },
  section: "Section",
  author: "Author",
  viewing: (from, to, total) => `Viewing results ${from}–${to} of ${total}`,
  viewingOne: (which, total) => `Viewing result ${which} of ${total}`,
  nothingYet: "No stories yet.",
  pages: "Pages",
  page: (number) => `Page ${number}`,
  previous: "Newer stories",
  next: "Older stories",
  notFound: {
    title: "There is no page at this address",
    text: "The address may have been mistyped, or the page is no longer there. The newest stories are on the front page.",
  },
  withdrawn: {
    title: "This story is no longer available",
    text: "It has been withdrawn from publication. The newest stories are on the front page.",
  },
  toFront: "To the front page",
  difference: {
    added: { begins: "Added:", ends: "end of addition", sign: "+ Added" },
    removed: { begins: "Removed:", ends: "end of removal", sign: "− Removed" },
    was: (what) => `Was: ${what}`,
    blocks: { crosshead: "crosshead", bulletList: "list", orderedList: "numbered list", blockquote: "quote" },
    lines: { kicker: "Kicker", headline: "Headline", standfirst: "Introduction", teaser: "Teaser" },
    words: (added, removed) =>
      [added > 0 && `${wordCount(added)} added`, removed > 0 && `${wordCount(removed)} removed`]
        .filter(Boolean)
        .join(", "),
    tooMuch: "Most of the text was written anew.",
  },
  corrections: {
    title: "Corrections",
    description: "What we got wrong or left unclear, and put right. The newest first.",
    kinds: { typo: "Slip of the pen", clarification: "Clarification", correction: "Correction" },
    none: "There are no corrections.",
    newer: "Newer corrections",
    older: "Older corrections",
    changes: "What changed",
    update: "Update",
  },
  retracted: { title: "This story has been retracted", since: "Retracted" },
  feed: {
    description: (of) => `The newest stories: ${of}`,
    readOn: (paper) => `Read this long story at ${paper}`,
  },
  related: "Related stories",
  search: {
    title: "Search",
    label: "Search the paper",
    submit: "Search",
    hint: "Words are found in headlines and texts, in the language in which they were written, and by the names of people, places and topics. “Quotes” keep words together, a minus leaves a word out.",
    titleFor: (asked) => `Search: ${asked}`,
    none: "Nothing was found.",
    noneHint: "Perhaps a word is spelt otherwise, or fewer words find more.",
    tags: "All stories on",
    nearTags: "Did you mean",
    cut: (total) => `More stories than ${total} have this; these are the newest.`,
    busy: "The search took too long. Please try again in a moment, or with other words.",
    suggestions: "Suggestions",
    story: "Story",
    newer: "Better matches",
    older: "More results",
  },
  rates: {
    label: "Currency rates",
    list: "Currency rates in US dollars",
    asOf: "as of {date}",
    notUpdatedSince: "not updated since {date}",
    missing: "Rates are not available now",
    pause: "Pause the moving rates",
    move: "Let the rates move",
    sources: "Rates",
  },
  body: {
    table: "Table",
    embed: {
      video: (provider) => `Video on ${provider}`,
      post: (provider) => `Post on ${provider}`,
      map: (provider) => `Map on ${provider}`,
    },
    onTheirSite: (provider) => `On ${provider}`,
    showEmbed: { video: "Play it here", post: "Show it here", map: "Show it here" },
    embedNote: (provider) => `${provider} then learns that you were here.`,
    rateMissing: "no rate yet",
    dollarNote: (day, values) => `Values in US dollars at the rate of ${day}: ${values}.`,
  },
};

const catalogue = new Map<string, Words>([["en", english]]);

/** The words for a language tag, `en-GB` as `en`; English where a catalogue is still missing. */
export const wordsFor = (language: string): Words => catalogue.get(language.split("-")[0] ?? "") ?? english;
