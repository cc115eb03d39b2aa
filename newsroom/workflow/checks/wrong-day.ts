import type { Struck, Subject } from "./finding.ts";
import { allLines } from "./lines.ts";

/** Words that mean a day counted from today. */
const relative: Readonly<Record<string, Readonly<Record<string, number>>>> = {
  en: { today: 0, tonight: 0, yesterday: -1, tomorrow: 1 },
  ru: { сегодня: 0, вчера: -1, завтра: 1 },
  ky: { бүгүн: 0, кечээ: -1, эртең: 1 },
  kk: { бүгін: 0, кеше: -1, ертең: 1 },
  tg: { имрӯз: 0, дирӯз: -1, фардо: 1 },
  uz: { bugun: 0, kecha: -1, ertaga: 1 },
};

/** Days: a date further off, without being said right beside the word, is a look back and no slip. */
const near = 60;
/** Characters between the word and a date that belongs to it. */
const beside = 12;
const oneDay = 24 * 60 * 60 * 1000;

interface Found {
  from: number;
  to: number;
}

/** "today" and a date of another day in one sentence: an old text that was used again, or a day that has passed since. */
export function wrongDay(subject: Subject): Struck[] {
  const words = relative[subject.language.split("-")[0] ?? ""];
  if (!words) return [];
  const days = new RegExp(`(?<!\\p{L})(?:${Object.keys(words).join("|")})(?!\\p{L})`, "giu");
  return allLines(subject).flatMap((line) =>
    sentencesIn(line.text).flatMap(({ text, from }) => {
      const said = [...text.matchAll(days)];
      const dates = said.length > 0 ? datesIn(text, subject) : [];
      return said.flatMap((match) => {
        const word = { from: match.index, to: match.index + match[0].length };
        const meant = day(subject.today) + (words[match[0].toLowerCase()] ?? 0);
        if (dates.some((date) => date.day === meant)) return [];
        const wrong = dates.find((date) => belongs(word, date, meant));
        if (!wrong) return [];
        return {
          message: `“${match[0]}” stands with “${text.slice(wrong.from, wrong.to)}”, which is another day.`,
          at: line.at(from + word.from, from + word.to),
        };
      });
    }),
  );
}

const belongs = (word: Found, date: Found & { day: number }, meant: number): boolean =>
  Math.abs(date.day - meant) <= near || Math.max(date.from - word.to, word.from - date.to) <= beside;

/** Days since 1970. */
const day = (iso: string): number => Date.parse(`${iso}T00:00:00Z`) / oneDay;

const sentencesIn = (text: string): { text: string; from: number }[] =>
  [...text.matchAll(/[^.!?…]+(?:[.!?…](?!\s)[^.!?…]*)*[.!?…]*/gu)].map((match) => ({
    text: match[0],
    from: match.index,
  }));

/** The dates of a text; one without a year is of the year that brings it nearest to today. */
function datesIn(text: string, { language, today }: Pick<Subject, "language" | "today">): (Found & { day: number })[] {
  const months = monthsOf(language);
  const names = [...months.keys()].join("|");
  const patterns = [
    /(?<!\d)(?<y>\d{4})-(?<m>\d{2})-(?<d>\d{2})(?!\d)/gu,
    /(?<!\d)(?<d>\d{1,2})\.(?<m>\d{1,2})\.(?<y>\d{4})(?!\d)/gu,
    new RegExp(
      `(?<!\\d)(?<d>\\d{1,2})(?:st|nd|rd|th)?[\\s\\u00a0-](?<n>${names})(?!\\p{L})(?:[\\s\\u00a0,]+(?<y>\\d{4})(?!\\d))?`,
      "giu",
    ),
    new RegExp(
      `(?<!\\p{L})(?<n>${names})[\\s\\u00a0](?<d>\\d{1,2})(?:st|nd|rd|th)?(?!\\d)(?:,?[\\s\\u00a0](?<y>\\d{4})(?!\\d))?`,
      "giu",
    ),
  ];
  return patterns.flatMap((pattern) =>
    [...text.matchAll(pattern)].flatMap((match) => {
      const { y, m, n, d } = match.groups ?? {};
      const month = m ? Number(m) : months.get((n ?? "").toLowerCase());
      const found = month && dayOf(y ? Number(y) : null, month, Number(d), today);
      return found ? { from: match.index, to: match.index + match[0].length, day: found } : [];
    }),
  );
}

function dayOf(year: number | null, month: number, date: number, today: string): number | null {
  const years = year === null ? [-1, 0, 1].map((step) => Number(today.slice(0, 4)) + step) : [year];
  const days = years.flatMap((one) => {
    const at = new Date(Date.UTC(one, month - 1, date));
    return at.getUTCMonth() === month - 1 && at.getUTCDate() === date ? at.getTime() / oneDay : [];
  });
  const distance = (one: number) => Math.abs(one - day(today));
  return days.sort((one, other) => distance(one) - distance(other))[0] ?? null;
}

const known = new Map<string, Map<string, number>>();

/** Names of the months as a date in this language has them, lower case. */
function monthsOf(language: string): Map<string, number> {
  const found = known.get(language);
  if (found) return found;
  const months = new Map<string, number>();
  for (const style of ["long", "short"] as const) {
    const format = new Intl.DateTimeFormat(language, { day: "numeric", month: style, timeZone: "UTC" });
    for (let month = 1; month <= 12; month++) {
      const parts = format.formatToParts(Date.UTC(2026, month - 1, 15));
      const name = parts
        .find(({ type }) => type === "month")
        ?.value.toLowerCase()
        .replace(/\.$/, "");
      if (name && /^\p{L}+$/u.test(name)) months.set(name, month);
    }
  }
  known.set(language, months);
  return months;
}
